//@ verdict: solved
//! Both threads take the flags in the same order, so nobody waits for ever.
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

static A: AtomicBool = AtomicBool::new(false);
static B: AtomicBool = AtomicBool::new(false);

fn take(flag: &AtomicBool) {
    while flag.swap(true, Acquire) {
        std::hint::spin_loop();
    }
}

fn both() {
    take(&A);
    take(&B);
    B.store(false, Release);
    A.store(false, Release);
}

fn main() {
    let t = thread::spawn(both);
    both();
    t.join().unwrap();
}
