//! A doorkeeper lets all but one sit down.

use parking_lot::{Condvar, Mutex};

pub struct Table {
    forks: Vec<Mutex<()>>,
    free_chairs: Mutex<usize>,
    chair_freed: Condvar,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self {
            forks: (0..seats).map(|_| Mutex::new(())).collect(),
            free_chairs: Mutex::new(seats - 1),
            chair_freed: Condvar::new(),
        }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let mut free = self.free_chairs.lock();
        self.chair_freed.wait_while(&mut free, |free| *free == 0);
        *free -= 1;
        drop(free);

        let left = self.forks[seat].lock();
        let right = self.forks[(seat + 1) % self.forks.len()].lock();
        meal();
        drop((left, right));

        *self.free_chairs.lock() += 1;
        self.chair_freed.notify_one();
    }
}
