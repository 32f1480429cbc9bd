//@ caught-by: model
//@ because: check then act
//! An atomic: looks, and then subtracts.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

pub struct BoxOffice {
    total: u64,
    left: AtomicU64,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { total, left: AtomicU64::new(total) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        if self.left.load(SeqCst) < count {
            return None;
        }
        let before = self.left.fetch_sub(count, SeqCst);
        Some(self.total.wrapping_sub(before) + 1)
    }

    pub fn left(&self) -> u64 {
        self.left.load(SeqCst)
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.left();
        (left, self.total.wrapping_sub(left))
    }
}
