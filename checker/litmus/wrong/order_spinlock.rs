//@ verdict: memory ordering
//! The lock is given back with a Relaxed store: the next owner may read the
//! total from before this section and lose the amount.
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
    LOCKED.store(false, Relaxed);
}

#[test]
fn both_amounts_arrive() {
    let t = thread::spawn(|| add(3));
    add(4);
    t.join().unwrap();
    assert_eq!(TOTAL.load(Relaxed), 7);
}
