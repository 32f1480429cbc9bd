//@ caught-by: model
//@ because: left and sold on the slip
//! Holds the first lock over check and subtraction; the other number has a lock of its own.

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
        {
            let mut left = self.left.lock();
            *left = left.checked_sub(count)?;
        }
        let mut sold = self.sold.lock();
        let first = *sold + 1;
        *sold += count;
        Some(first)
    }

    pub fn left(&self) -> u64 {
        *self.left.lock()
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.left.lock();
        let sold = self.sold.lock();
        (*left, *sold)
    }
}
