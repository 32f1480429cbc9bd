//! Recursion in place of a loop.

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
        let peak = self.peak.load(Ordering::Acquire);
        if level <= peak {
            return false;
        }
        match self.peak.compare_exchange(peak, level, Ordering::AcqRel, Ordering::Relaxed) {
            Ok(_) => true,
            Err(_) => self.report(level),
        }
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
