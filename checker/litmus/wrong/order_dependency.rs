//@ verdict: memory ordering
//! That the second load's place depends on the first load's value is no
//! synchronisation: Rust has no `consume`, and a Relaxed load acquires nothing.
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
            let current = CURRENT.load(Relaxed);
            assert_ne!(TABLE[current].load(Relaxed), 0);
        });
    });
}
