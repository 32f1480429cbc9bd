//@ caught-by: model
//@ because: expected 715
//! "fetch_add is atomic", but what is added was computed earlier.

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
        let peak = self.peak.load(Ordering::SeqCst);
        if level <= peak {
            return false;
        }
        self.peak.fetch_add(level - peak, Ordering::SeqCst);
        true
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
