//@ caught-by: model
//@ because: meals
//! Goes without a meal when a fork is taken.

use parking_lot::Mutex;

pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let _left = self.forks[seat].lock();
        if let Some(_right) = self.forks[(seat + 1) % self.forks.len()].try_lock() {
            meal();
        }
    }
}
