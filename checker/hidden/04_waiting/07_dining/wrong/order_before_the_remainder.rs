//@ caught-by: model
//@ because: deadlock
//! Compares the numbers before the last one becomes 0 again.

use parking_lot::Mutex;

pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let (low, high) = (seat.min(seat + 1), seat.max(seat + 1));
        let seats = self.forks.len();
        let _first = self.forks[low % seats].lock();
        let _second = self.forks[high % seats].lock();
        meal();
    }
}
