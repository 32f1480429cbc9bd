//@ verdict: panic
//! Without `choosing` two threads draw the same number, and the one with the
//! smaller index enters although the other did not see it yet.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct Bakery {
    number: [AtomicUsize; 2],
}

impl Bakery {
    fn lock(&self, me: usize) {
        let most = self.number.iter().map(|number| number.load(SeqCst)).max().unwrap();
        self.number[me].store(most + 1, SeqCst);
        for other in 0..2 {
            loop {
                let number = self.number[other].load(SeqCst);
                if number == 0 || (number, other) >= (most + 1, me) {
                    break;
                }
                std::hint::spin_loop();
            }
        }
    }

    fn unlock(&self, me: usize) {
        self.number[me].store(0, SeqCst);
    }
}

#[test]
fn one_at_a_time() {
    let lock = Arc::new(Bakery::default());
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
