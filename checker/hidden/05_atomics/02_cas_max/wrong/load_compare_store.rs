//@ caught-by: model
//@ because: lost update
//! "Each line is atomic", but the decision and the write are two.

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
        if level > self.peak.load(Ordering::SeqCst) {
            self.peak.store(level, Ordering::SeqCst);
            return true;
        }
        false
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
