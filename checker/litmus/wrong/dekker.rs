//@ verdict: livelock
//! Who waits for its turn never takes its wish back: both see the other's for
//! ever, and nobody's turn comes.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct Dekker {
    wants: [AtomicBool; 2],
}

impl Dekker {
    fn lock(&self, me: usize) {
        self.wants[me].store(true, SeqCst);
        while self.wants[1 - me].load(SeqCst) {
            thread::yield_now();
        }
    }

    fn unlock(&self, me: usize) {
        self.wants[me].store(false, SeqCst);
    }
}

#[test]
fn one_at_a_time() {
    let lock = Arc::new(Dekker::default());
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
