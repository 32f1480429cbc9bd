//@ caught-by: model
//@ because: others who eat with the
//! `let _ =` drops each guard at the end of its line.

use parking_lot::Mutex;

pub struct Table {
    forks: Vec<Mutex<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let (left, right) = (seat, (seat + 1) % self.forks.len());
        let _ = self.forks[left.min(right)].lock();
        let _ = self.forks[left.max(right)].lock();
        meal();
    }
}
