//@ caught-by: model
//@ because: spurious failure
//! The weak exchange may fail with nobody near.

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
        let weak = self.peak.compare_exchange_weak(peak, level, Ordering::SeqCst, Ordering::SeqCst);
        match weak {
            Ok(_) => true,
            // Whoever came between may have been lower: the strong one decides.
            Err(now) if now != peak => self.report(level),
            Err(_) => false,
        }
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
