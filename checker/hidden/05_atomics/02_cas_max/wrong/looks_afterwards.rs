//@ caught-by: model
//@ because: records among two equal reports
//! "It is my level that stands there, so I am the record."

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
        let before = self.peak.load(Ordering::SeqCst);
        self.peak.fetch_max(level, Ordering::SeqCst);
        before < level && self.peak.load(Ordering::SeqCst) == level
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
