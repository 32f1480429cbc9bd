//@ caught-by: model
//@ because: others who eat with the
//! Read locks, of which any number can be held.

use parking_lot::RwLock;

pub struct Table {
    forks: Vec<RwLock<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { forks: (0..seats).map(|_| RwLock::new(())).collect() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let _left = self.forks[seat].read();
        let _right = self.forks[(seat + 1) % self.forks.len()].read();
        meal();
    }
}
