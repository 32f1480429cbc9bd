//! One atomic; the closure decides, nobody comes between.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

pub struct BoxOffice {
    total: u64,
    left: AtomicU64,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { total, left: AtomicU64::new(total) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let take = |left: u64| left.checked_sub(count);
        let before = self.left.fetch_update(Relaxed, Relaxed, take).ok()?;
        Some(self.total - before + 1)
    }

    pub fn left(&self) -> u64 {
        self.left.load(Relaxed)
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.left();
        (left, self.total - left)
    }
}
