//@ caught-by: model
//@ because: lost update
//! "Acquire and Release make the two lines one."

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
        let seen = self.hits.load(Ordering::Acquire);
        self.hits.store(seen + 1, Ordering::Release);
    }

    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::Acquire)
    }
}
