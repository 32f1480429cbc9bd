//@ caught-by: model
//@ because: compare_exchange
//! Takes a failed exchange for "no tickets".

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
        let left = self.left.load(SeqCst);
        let rest = left.checked_sub(count)?;
        self.left.compare_exchange(left, rest, SeqCst, SeqCst).ok()?;
        Some(self.total - left + 1)
    }

    pub fn left(&self) -> u64 {
        self.left.load(SeqCst)
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.left();
        (left, self.total - left)
    }
}
