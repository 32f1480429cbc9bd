//! Loads anew in each round, SeqCst everywhere.

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
        loop {
            let peak = self.peak.load(Ordering::SeqCst);
            if level <= peak {
                return false;
            }
            let swapped =
                self.peak.compare_exchange(peak, level, Ordering::SeqCst, Ordering::SeqCst);
            if swapped.is_ok() {
                return true;
            }
        }
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
