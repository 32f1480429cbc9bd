//@ caught-by: test
//@ because: eat at the same time
//! The waiter's lock is kept until the forks are back.

use parking_lot::Mutex;

pub struct Table {
    waiter: Mutex<()>,
    forks: Vec<Mutex<()>>,
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { waiter: Mutex::new(()), forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let _waiter = self.waiter.lock();
        let _left = self.forks[seat].lock();
        let _right = self.forks[(seat + 1) % self.forks.len()].lock();
        meal();
    }
}
