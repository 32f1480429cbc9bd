//@ caught-by: model
//@ because: deadlock
//! A pause of random length before the second fork.

use parking_lot::Mutex;
use std::thread;
use std::time::{Duration, Instant};

pub struct Table {
    forks: Vec<Mutex<()>>,
    opened: Instant,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        let forks = (0..seats).map(|_| Mutex::new(())).collect();
        Self { forks, opened: Instant::now() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let random = self.opened.elapsed().subsec_nanos() % 900;
        let _left = self.forks[seat].lock();
        thread::sleep(Duration::from_micros(random.into()));
        let _right = self.forks[(seat + 1) % self.forks.len()].lock();
        meal();
    }
}
