//! Read, and write only if nobody wrote meanwhile; else again.

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
        let mut seen = self.hits.load(Ordering::Relaxed);
        while let Err(now) =
            self.hits.compare_exchange_weak(seen, seen + 1, Ordering::AcqRel, Ordering::Relaxed)
        {
            seen = now;
        }
    }

    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
