//@ caught-by: model
//@ because: lost update
//! "I have looked again just before": the gap is smaller and still there.

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
        if level > peak && self.peak.load(Ordering::SeqCst) == peak {
            self.peak.store(level, Ordering::SeqCst);
            return true;
        }
        level > self.peak.load(Ordering::SeqCst) && self.report(level)
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
