//@ caught-by: model
//@ because: others who eat with the
//! Locks that nobody else ever sees.

use parking_lot::Mutex;

#[derive(Clone)]
struct Forks(Vec<usize>);

pub struct Table {
    forks: Mutex<Forks>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { forks: Mutex::new(Forks((0..seats).collect())) }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let forks = self.forks.lock().clone();
        let forks: Vec<Mutex<usize>> = forks.0.into_iter().map(Mutex::new).collect();
        let _left = forks[seat].lock();
        let _right = forks[(seat + 1) % forks.len()].lock();
        meal();
    }
}
