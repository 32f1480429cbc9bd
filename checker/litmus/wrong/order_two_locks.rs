//@ verdict: livelock
//! Two spin flags taken in opposite orders. Both threads spin for ever, each
//! on the flag that the other holds.
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

static A: AtomicBool = AtomicBool::new(false);
static B: AtomicBool = AtomicBool::new(false);

fn take(flag: &AtomicBool) {
    while flag.swap(true, Acquire) {
        std::hint::spin_loop();
    }
}

fn main() {
    let t = thread::spawn(|| {
        take(&A);
        take(&B);
        B.store(false, Release);
        A.store(false, Release);
    });
    take(&B);
    take(&A);
    A.store(false, Release);
    B.store(false, Release);
    t.join().unwrap();
}
