//@ verdict: check then act: one critical section cut in two
//! The lock is given up between the test and the decrement: two threads see the
//! last permit, and the second subtracts from zero or enters as well.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Semaphore {
    permits: Mutex<usize>,
    available: Condvar,
}

impl Semaphore {
    fn new(permits: usize) -> Self {
        Semaphore { permits: Mutex::new(permits), available: Condvar::new() }
    }

    fn acquire(&self) {
        {
            let mut permits = self.permits.lock().unwrap();
            while *permits == 0 {
                permits = self.available.wait(permits).unwrap();
            }
        }
        let mut permits = self.permits.lock().unwrap();
        *permits = permits.saturating_sub(1);
    }

    fn release(&self) {
        *self.permits.lock().unwrap() += 1;
        self.available.notify_one();
    }
}

#[test]
fn at_most_one_inside() {
    let semaphore = Arc::new(Semaphore::new(1));
    let inside = Arc::new(AtomicUsize::new(0));
    let handles: Vec<_> = (0..2)
        .map(|_| {
            let semaphore = semaphore.clone();
            let inside = inside.clone();
            thread::spawn(move || {
                semaphore.acquire();
                assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                inside.fetch_sub(1, Ordering::SeqCst);
                semaphore.release();
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
}
