//@ verdict: solved
//! Dekker's first half as a try-lock: raise the flag, SeqCst fence, look at the
//! other flag. At most one thread finds it down.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*, fence};
use std::thread;

struct TryLock {
    flags: [AtomicBool; 2],
    inside: AtomicUsize,
}

impl TryLock {
    fn attempt(&self, me: usize) {
        self.flags[me].store(true, Relaxed);
        fence(SeqCst);
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
