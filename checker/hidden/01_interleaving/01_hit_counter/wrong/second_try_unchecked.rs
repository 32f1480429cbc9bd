//@ caught-by: model
//@ because: expected 3
//! Tries again when somebody came between, but only once.

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
        if let Err(now) = self.try_hit(self.hits.load(Ordering::SeqCst)) {
            let _ = self.try_hit(now);
        }
    }

    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }

    fn try_hit(&self, seen: u64) -> Result<u64, u64> {
        self.hits.compare_exchange(seen, seen + 1, Ordering::SeqCst, Ordering::SeqCst)
    }
}
