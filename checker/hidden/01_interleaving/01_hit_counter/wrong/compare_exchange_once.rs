//@ caught-by: model
//@ because: expected 2
//! Notices that somebody came between, and then forgets the visit.

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
        let seen = self.hits.load(Ordering::SeqCst);
        let _ = self.hits.compare_exchange(seen, seen + 1, Ordering::SeqCst, Ordering::SeqCst);
    }

    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
