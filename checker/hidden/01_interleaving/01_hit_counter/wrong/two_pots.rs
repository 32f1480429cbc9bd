//@ caught-by: model
//@ because: never falls
//! Loses no visit, but a visit on its way from pot to pot is in neither.

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct HitCounter {
    fresh: AtomicU64,
    counted: AtomicU64,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        self.fresh.fetch_add(1, Ordering::SeqCst);
        let batch = self.fresh.swap(0, Ordering::SeqCst);
        self.counted.fetch_add(batch, Ordering::SeqCst);
    }

    pub fn get(&self) -> u64 {
        self.counted.load(Ordering::SeqCst) + self.fresh.load(Ordering::SeqCst)
    }
}
