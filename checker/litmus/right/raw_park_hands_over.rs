//@ verdict: solved
//! `park` may return by itself, so the flag decides; its Release and Acquire
//! order the accesses.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

struct Slot {
    full: AtomicBool,
    value: UnsafeCell<Option<String>>,
}

unsafe impl Sync for Slot {}

#[test]
fn the_parked_thread_gets_the_string() {
    let slot = Arc::new(Slot { full: AtomicBool::new(false), value: UnsafeCell::new(None) });
    let taker = thread::spawn({
        let slot = Arc::clone(&slot);
        move || {
            while !slot.full.load(Acquire) {
                thread::park();
            }
            unsafe { (*slot.value.get()).take() }
        }
    });
    unsafe { *slot.value.get() = Some("hello".to_owned()) };
    slot.full.store(true, Release);
    taker.thread().unpark();
    assert_eq!(taker.join().unwrap().as_deref(), Some("hello"));
}
