//@ caught-by: model
//@ because: a failed compare-exchange, not retried
//! A failed exchange counts as "somebody was higher".

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
        level > peak
            && self.peak.compare_exchange(peak, level, Ordering::SeqCst, Ordering::SeqCst).is_ok()
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
