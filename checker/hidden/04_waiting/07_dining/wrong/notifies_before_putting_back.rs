//@ caught-by: model
//@ because: lost wakeup
//! Calls the others first, and puts the forks back then.

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
        while taken[left] || taken[right] {
            self.put_back.wait(&mut taken);
        }
        taken[left] = true;
        taken[right] = true;
        drop(taken);

        meal();

        self.put_back.notify_all();
        let mut taken = self.taken.lock();
        taken[left] = false;
        taken[right] = false;
    }
}
