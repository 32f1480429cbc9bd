//@ verdict: solved
//! Lamport's bakery: a number higher than all, drawn while `choosing` is set.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct Bakery {
    choosing: [AtomicBool; 2],
    number: [AtomicUsize; 2],
}

impl Bakery {
    fn lock(&self, me: usize) {
        self.choosing[me].store(true, SeqCst);
        let most = self.number.iter().map(|number| number.load(SeqCst)).max().unwrap();
        self.number[me].store(most + 1, SeqCst);
        self.choosing[me].store(false, SeqCst);
        for other in 0..2 {
            while self.choosing[other].load(SeqCst) {
                std::hint::spin_loop();
            }
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
