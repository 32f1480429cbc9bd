//@ verdict: solved
//! Dekker's algorithm, SeqCst: who has not the turn takes its wish back.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct Dekker {
    wants: [AtomicBool; 2],
    turn: AtomicUsize,
}

impl Dekker {
    fn lock(&self, me: usize) {
        let other = 1 - me;
        self.wants[me].store(true, SeqCst);
        while self.wants[other].load(SeqCst) {
            if self.turn.load(SeqCst) != me {
                self.wants[me].store(false, SeqCst);
                while self.turn.load(SeqCst) != me {
                    thread::yield_now();
                }
                self.wants[me].store(true, SeqCst);
            }
        }
    }

    fn unlock(&self, me: usize) {
        self.turn.store(1 - me, SeqCst);
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
