//@ caught-by: model
//@ because: check then act
//! One lock, taken once to look and once to sell.

use parking_lot::Mutex;

pub struct BoxOffice {
    total: u64,
    left: Mutex<u64>,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { total, left: Mutex::new(total) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        if *self.left.lock() < count {
            return None;
        }
        let mut left = self.left.lock();
        let first = self.total - *left + 1;
        *left -= count;
        Some(first)
    }

    pub fn left(&self) -> u64 {
        *self.left.lock()
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.left();
        (left, self.total - left)
    }
}
