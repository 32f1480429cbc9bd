//@ verdict: solved
//! A Release fence before the store and an Acquire fence after the load
//! synchronise when the load returns the stored value (std::sync::atomic::fence).
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
            while flag.load(Relaxed) == 0 {
                std::hint::spin_loop();
            }
            fence(Acquire);
            assert_eq!(a.load(Relaxed) + b.load(Relaxed), 3);
        });
    });
}
