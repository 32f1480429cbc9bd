//@ caught-by: model
//@ because: deadlock
//! Holds both locks, and the conductor takes them the other way round.

use parking_lot::Mutex;

pub struct BoxOffice {
    left: Mutex<u64>,
    sold: Mutex<u64>,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { left: Mutex::new(total), sold: Mutex::new(0) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let mut left = self.left.lock();
        let mut sold = self.sold.lock();
        *left = left.checked_sub(count)?;
        *sold += count;
        Some(*sold - count + 1)
    }

    pub fn left(&self) -> u64 {
        *self.left.lock()
    }

    pub fn report(&self) -> (u64, u64) {
        let sold = self.sold.lock();
        let left = self.left.lock();
        (*left, *sold)
    }
}
