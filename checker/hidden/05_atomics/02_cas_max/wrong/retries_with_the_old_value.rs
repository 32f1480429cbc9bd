//@ caught-by: model
//@ because: livelock
//! Tries for ever with a value that is out of date.

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
        while self.peak.compare_exchange(peak, level, Ordering::SeqCst, Ordering::SeqCst).is_err() {
        }
        true
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
