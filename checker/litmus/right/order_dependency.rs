//@ verdict: solved
//! The index is published with Release and read with Acquire, so the entry it
//! points to is filled for whoever follows it.
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*};
use std::thread;

static TABLE: [AtomicU32; 2] = [AtomicU32::new(1), AtomicU32::new(0)];
static CURRENT: AtomicUsize = AtomicUsize::new(0);

fn main() {
    thread::scope(|s| {
        s.spawn(|| {
            TABLE[1].store(2, Relaxed);
            CURRENT.store(1, Release);
        });
        s.spawn(|| {
            let current = CURRENT.load(Acquire);
            assert_ne!(TABLE[current].load(Relaxed), 0);
        });
    });
}
