//@ caught-by: test
//@ because: neighbours of seat 0 who eat at the same time
//! Two forks come back, for two neighbours, and one of them is woken.

use parking_lot::{Condvar, Mutex};

pub struct Table {
    taken: Mutex<Vec<bool>>,
    cv: Condvar,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { taken: Mutex::new(vec![false; seats]), cv: Condvar::new() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let mut t = self.taken.lock();
        let r = (seat + 1) % t.len();
        while t[seat] || t[r] {
            self.cv.wait(&mut t);
        }
        t[seat] = true;
        t[r] = true;
        drop(t);
        meal();
        let mut t = self.taken.lock();
        t[seat] = false;
        t[r] = false;
        self.cv.notify_one();
    }
}
