//! A round table with a fork between each two neighbours.

use parking_lot::Mutex;

/// Seats and forks, numbered from 0.
pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    /// A table for `seats` people, two or more.
    pub fn new(seats: usize) -> Self {
        Self { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    /// Takes both forks of the seat, has the meal and puts the forks back.
    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        // TODO: everybody is served, also when all are hungry at once.
        let _left = self.forks[seat].lock();
        let _right = self.forks[(seat + 1) % self.forks.len()].lock();
        meal();
    }
}
