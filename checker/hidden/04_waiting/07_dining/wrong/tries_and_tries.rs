//@ caught-by: test
//@ because: sleep until a fork comes back
//! Puts the first fork back whenever the second is taken, and tries again.

use parking_lot::Mutex;
use std::thread;

pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        loop {
            let left = self.forks[seat].lock();
            if let Some(right) = self.forks[(seat + 1) % self.forks.len()].try_lock() {
                meal();
                drop((left, right));
                return;
            }
            drop(left);
            thread::yield_now();
        }
    }
}
