//@ caught-by: model
//@ because: records among two equal reports
//! The peak is right; who raised it was decided by an earlier look.

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
        let record = level > self.peak.load(Ordering::SeqCst);
        self.peak.fetch_max(level, Ordering::SeqCst);
        record
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
