//@ verdict: memory ordering
//! Acquire and Release fences do not keep a store before a later load: both
//! threads may find the other's flag down.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*, fence};
use std::thread;

struct TryLock {
    flags: [AtomicBool; 2],
    inside: AtomicUsize,
}

impl TryLock {
    fn attempt(&self, me: usize) {
        self.flags[me].store(true, Relaxed);
        fence(Release);
        fence(Acquire);
        if !self.flags[1 - me].load(Relaxed) {
            assert_eq!(self.inside.fetch_add(1, Relaxed), 0);
        }
    }
}

#[test]
fn at_most_one_gets_in() {
    let lock = TryLock { flags: Default::default(), inside: AtomicUsize::new(0) };
    thread::scope(|s| {
        s.spawn(|| lock.attempt(0));
        s.spawn(|| lock.attempt(1));
    });
}
