//@ caught-by: model
//@ because: numbers of the tickets sold
//! Sells under one guard, and asks for the number under the next.

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
        {
            let mut left = self.left.lock();
            *left = left.checked_sub(count)?;
        }
        let (_, sold) = self.report();
        Some(sold - count + 1)
    }

    pub fn left(&self) -> u64 {
        *self.left.lock()
    }

    pub fn report(&self) -> (u64, u64) {
        let left = *self.left.lock();
        (left, self.total - left)
    }
}
