//! Compare and exchange by hand, and counts what is sold.

use std::sync::atomic::{AtomicU64, Ordering};

pub struct BoxOffice {
    total: u64,
    sold: AtomicU64,
}

impl BoxOffice {
    pub fn new(total: u64) -> Self {
        Self { total, sold: AtomicU64::new(0) }
    }

    pub fn sell(&self, count: u64) -> Option<u64> {
        let mut sold = self.sold.load(Ordering::SeqCst);
        loop {
            if count > self.total - sold {
                return None;
            }
            let after = sold + count;
            match self.sold.compare_exchange_weak(sold, after, Ordering::SeqCst, Ordering::SeqCst) {
                Ok(_) => return Some(sold + 1),
                Err(now) => sold = now,
            }
        }
    }

    pub fn left(&self) -> u64 {
        self.report().0
    }

    pub fn report(&self) -> (u64, u64) {
        let sold = self.sold.load(Ordering::SeqCst);
        (self.total - sold, sold)
    }
}
