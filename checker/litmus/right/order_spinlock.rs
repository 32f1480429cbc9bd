//@ verdict: solved
//! Acquire on taking the lock pairs with Release on giving it back, so the
//! section's Relaxed accesses are ordered and none is lost.
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use std::thread;

static LOCKED: AtomicBool = AtomicBool::new(false);
static TOTAL: AtomicU32 = AtomicU32::new(0);

fn add(amount: u32) {
    while LOCKED.swap(true, Acquire) {
        std::hint::spin_loop();
    }
    let before = TOTAL.load(Relaxed);
    TOTAL.store(before + amount, Relaxed);
    LOCKED.store(false, Release);
}

#[test]
fn both_amounts_arrive() {
    let t = thread::spawn(|| add(3));
    add(4);
    t.join().unwrap();
    assert_eq!(TOTAL.load(Relaxed), 7);
}
