//@ caught-by: model
//@ because: others who eat with the
//! Believes that whoever is woken has its forks.

use parking_lot::{Condvar, Mutex};

pub struct Table {
    taken: Mutex<Vec<bool>>,
    put_back: Condvar,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { taken: Mutex::new(vec![false; seats]), put_back: Condvar::new() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let mut taken = self.taken.lock();
        let (left, right) = (seat, (seat + 1) % taken.len());
        if taken[left] || taken[right] {
            self.put_back.wait(&mut taken);
        }
        taken[left] = true;
        taken[right] = true;
        drop(taken);

        meal();

        let mut taken = self.taken.lock();
        taken[left] = false;
        taken[right] = false;
        drop(taken);
        self.put_back.notify_all();
    }
}
