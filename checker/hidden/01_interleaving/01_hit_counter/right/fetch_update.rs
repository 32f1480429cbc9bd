//! The standard retry loop.

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
        let added =
            self.hits.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |seen| Some(seen + 1));
        added.expect("the closure never gives up");
    }

    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::Relaxed)
    }
}
