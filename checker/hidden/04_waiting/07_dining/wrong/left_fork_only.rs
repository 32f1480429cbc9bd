//@ caught-by: model
//@ because: others who eat with the
//! No second lock, no deadlock, and no second fork.

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
        meal();
    }
}
