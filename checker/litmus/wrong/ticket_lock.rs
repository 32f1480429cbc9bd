//@ verdict: livelock
//! Two threads draw the same ticket: one of them counts on from there, and the
//! other skips a number that nobody serves.

use std::hint;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct TicketLock {
    next: AtomicUsize,
    serving: AtomicUsize,
}

impl TicketLock {
    fn lock(&self) {
        let ticket = self.next.load(SeqCst);
        self.next.store(ticket + 1, SeqCst);
        while self.serving.load(SeqCst) != ticket {
            hint::spin_loop();
        }
    }

    fn unlock(&self) {
        self.serving.fetch_add(1, SeqCst);
    }
}

#[test]
fn one_at_a_time() {
    let lock = Arc::new(TicketLock::default());
    let count = Arc::new(AtomicUsize::new(0));
    let handles: Vec<_> = (0..2)
        .map(|_| {
            let (lock, count) = (lock.clone(), count.clone());
            thread::spawn(move || {
                lock.lock();
                // Two operations: only the lock makes them one.
                count.store(count.load(SeqCst) + 1, SeqCst);
                lock.unlock();
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
    assert_eq!(count.load(SeqCst), 2);
}
