//@ verdict: solved
//! An own mutex for two threads: who finds it locked parks until it can take
//! it; the owner unlocks with Release and unparks the other.
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
    GATE.locked.store(false, Release);
    if let Some(other) = other {
        other.unpark();
    }
}

fn main() {
    let sleeper = thread::spawn(|| add(1, None));
    add(2, Some(sleeper.thread()));
    sleeper.join().unwrap();
    assert_eq!(unsafe { *GATE.value.get() }, 3);
}
