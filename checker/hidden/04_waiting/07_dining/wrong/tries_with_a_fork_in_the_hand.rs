//@ caught-by: model
//@ because: livelock
//! Keeps the left fork and tries the right one until it is there.

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
        let _left = self.forks[seat].lock();
        loop {
            if let Some(_right) = self.forks[(seat + 1) % self.forks.len()].try_lock() {
                return meal();
            }
            thread::yield_now();
        }
    }
}
