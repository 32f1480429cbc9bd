//@ caught-by: model
//@ because: None, expected Some(1)
//! Subtracts first, and adds back what was too much.

use std::sync::atomic::{AtomicI64, Ordering::SeqCst};

pub struct BoxOffice {
    total: i64,
    left: AtomicI64,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        let total = i64::try_from(total).unwrap();
        Self { total, left: AtomicI64::new(total) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let count = i64::try_from(count).ok()?;
        let before = self.left.fetch_sub(count, SeqCst);
        if before < count {
            self.left.fetch_add(count, SeqCst);
            return None;
        }
        u64::try_from(self.total - before + 1).ok()
    }

    pub fn left(&self) -> u64 {
        u64::try_from(self.left.load(SeqCst)).unwrap_or(0)
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.left();
        (left, self.total as u64 - left)
    }
}
