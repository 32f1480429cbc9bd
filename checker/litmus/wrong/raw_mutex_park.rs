//@ verdict: deadlock
//! The owner unparks before it unlocks: the other wakes, finds the lock still
//! taken, parks again, and nobody will wake it.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread::{self, Thread};

struct Gate {
    locked: AtomicBool,
    value: UnsafeCell<u32>,
}

unsafe impl Sync for Gate {}

static GATE: Gate = Gate { locked: AtomicBool::new(false), value: UnsafeCell::new(0) };

fn add(amount: u32, other: Option<&Thread>) {
    while GATE.locked.swap(true, Acquire) {
        match other {
            Some(_) => thread::yield_now(),
            None => thread::park(),
        }
    }
    unsafe { *GATE.value.get() += amount };
    if let Some(other) = other {
        other.unpark();
    }
    GATE.locked.store(false, Release);
}

fn main() {
    let sleeper = thread::spawn(|| add(1, None));
    add(2, Some(sleeper.thread()));
    sleeper.join().unwrap();
    assert_eq!(unsafe { *GATE.value.get() }, 3);
}
