//! The method that `std` has for it.

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct HighWater {
    peak: AtomicU64,
}

impl HighWater {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn report(&self, level: u64) -> bool {
        self.peak.fetch_max(level, Ordering::Relaxed) < level
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
