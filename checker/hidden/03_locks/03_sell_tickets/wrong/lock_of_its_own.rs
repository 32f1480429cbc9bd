//@ caught-by: model
//@ because: lost update
//! A new lock for each sale: it keeps nobody out.

use parking_lot::Mutex;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

pub struct BoxOffice {
    total: u64,
    left: Arc<AtomicU64>,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { total, left: Arc::new(AtomicU64::new(total)) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let office = Mutex::new(Arc::clone(&self.left));
        let left = office.lock();
        let before = left.load(SeqCst);
        left.store(before.checked_sub(count)?, SeqCst);
        Some(self.total - before + 1)
    }

    pub fn left(&self) -> u64 {
        self.left.load(SeqCst)
    }

    pub fn report(&self) -> (u64, u64) {
        let left = self.left();
        (left, self.total - left)
    }
}
