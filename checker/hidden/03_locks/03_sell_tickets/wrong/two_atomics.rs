//@ caught-by: model
//@ because: a change seen half done
//! "Each number is atomic, so both are right." Both are, at different moments.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

pub struct BoxOffice {
    left: AtomicU64,
    sold: AtomicU64,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { left: AtomicU64::new(total), sold: AtomicU64::new(0) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        self.left.fetch_update(SeqCst, SeqCst, |left| left.checked_sub(count)).ok()?;
        Some(self.sold.fetch_add(count, SeqCst) + 1)
    }

    pub fn left(&self) -> u64 {
        self.left.load(SeqCst)
    }

    pub fn report(&self) -> (u64, u64) {
        (self.left.load(SeqCst), self.sold.load(SeqCst))
    }
}
