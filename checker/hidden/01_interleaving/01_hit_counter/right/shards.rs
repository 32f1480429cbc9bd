//! Two counters that visitors use in turn; a reader adds them up.

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct HitCounter {
    next: AtomicU64,
    even: AtomicU64,
    odd: AtomicU64,
}

impl HitCounter {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn hit(&self) {
        let ticket = self.next.fetch_add(1, Ordering::Relaxed);
        let shard = if ticket % 2 == 0 { &self.even } else { &self.odd };
        shard.fetch_add(1, Ordering::Relaxed);
    }

    pub fn get(&self) -> u64 {
        self.even.load(Ordering::Relaxed) + self.odd.load(Ordering::Relaxed)
    }
}
