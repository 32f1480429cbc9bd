//@ caught-by: model
//@ because: deadlock
//! The other hand first, for everybody.

use parking_lot::Mutex;

pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let _right = self.forks[(seat + 1) % self.forks.len()].lock();
        let _left = self.forks[seat].lock();
        meal();
    }
}
