//@ verdict: memory ordering
//! The Acquire fence comes before the load of the flag, so what that load
//! returns is not covered: a fence synchronises through reads sequenced
//! before it (std::sync::atomic::fence).
use std::sync::atomic::{AtomicUsize, Ordering::*, fence};
use std::thread;

fn main() {
    let (a, b, flag) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            a.store(1, Relaxed);
            b.store(2, Relaxed);
            fence(Release);
            flag.store(1, Relaxed);
        });
        s.spawn(|| {
            fence(Acquire);
            while flag.load(Relaxed) == 0 {
                std::hint::spin_loop();
            }
            assert_eq!(a.load(Relaxed) + b.load(Relaxed), 3);
        });
    });
}
