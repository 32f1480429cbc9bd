//@ verdict: solved
//! A test-and-set lock, three threads: each gets it in finite time, since the
//! holder always goes on.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct SpinLock(AtomicBool);

impl SpinLock {
    fn lock(&self) {
        while self.0.swap(true, Acquire) {}
    }

    fn unlock(&self) {
        self.0.store(false, Release);
    }
}

#[test]
fn one_at_a_time() {
    let lock = Arc::new(SpinLock::default());
    let count = Arc::new(AtomicUsize::new(0));
    let handles: Vec<_> = (0..3)
        .map(|_| {
            let (lock, count) = (lock.clone(), count.clone());
            thread::spawn(move || {
                lock.lock();
                // Two operations: only the lock makes them one.
                count.store(count.load(Relaxed) + 1, Relaxed);
                lock.unlock();
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    assert_eq!(count.load(Relaxed), 3);
}
