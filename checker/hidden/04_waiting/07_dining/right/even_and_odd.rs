//! Even seats begin on the left, odd ones on the right.

use parking_lot::{Mutex, MutexGuard};

pub struct Table {
    forks: Box<[Mutex<()>]>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { forks: std::iter::repeat_with(Mutex::default).take(seats).collect() }
    }

    fn take(&self, fork: usize) -> MutexGuard<'_, ()> {
        self.forks[fork % self.forks.len()].lock()
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let turn = seat % 2;
        let held = (self.take(seat + turn), self.take(seat + 1 - turn));
        meal();
        drop(held);
    }
}
