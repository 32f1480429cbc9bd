//@ verdict: stale
//! Acquire and Release do not order a store before a later load of another
//! variable: both can miss the other's announcement (store buffering).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct Peterson {
    wants: [AtomicBool; 2],
    turn: AtomicUsize,
}

impl Peterson {
    fn lock(&self, me: usize) {
        let other = 1 - me;
        self.wants[me].store(true, Release);
        self.turn.store(other, Release);
        while self.wants[other].load(Acquire) && self.turn.load(Acquire) == other {}
    }

    fn unlock(&self, me: usize) {
        self.wants[me].store(false, Release);
    }
}

#[test]
fn one_at_a_time() {
    let lock = Arc::new(Peterson::default());
    let count = Arc::new(AtomicUsize::new(0));
    let handles: Vec<_> = (0..2)
        .map(|i| {
            let (lock, count) = (lock.clone(), count.clone());
            thread::spawn(move || {
                lock.lock(i);
                // Two operations: only the lock makes them one.
                count.store(count.load(Relaxed) + 1, Relaxed);
                lock.unlock(i);
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    assert_eq!(count.load(Relaxed), 2);
}
