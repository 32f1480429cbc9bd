//! A retry loop that reads the counter twice per try.

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct HitCounter {
    hits: AtomicU64,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        loop {
            let before = self.hits.load(Ordering::SeqCst);
            let after = self.hits.load(Ordering::SeqCst) + 1;
            let outcome =
                self.hits.compare_exchange(before, after, Ordering::SeqCst, Ordering::SeqCst);
            if outcome.is_ok() {
                return;
            }
        }
    }

    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
