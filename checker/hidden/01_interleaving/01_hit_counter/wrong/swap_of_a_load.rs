//@ caught-by: model
//@ because: lost update
//! "swap is atomic", but the number it writes was read earlier.

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
        self.hits.swap(self.hits.load(Ordering::SeqCst) + 1, Ordering::SeqCst);
    }

    pub fn get(&self) -> u64 {
        self.hits.load(Ordering::SeqCst)
    }
}
