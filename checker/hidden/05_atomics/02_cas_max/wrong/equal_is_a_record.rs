//@ caught-by: model
//@ because: records among two equal reports: 2
//! `>=` in place of `>`.

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
        let mut peak = self.peak.load(Ordering::Relaxed);
        while level >= peak {
            match self.peak.compare_exchange(peak, level, Ordering::Relaxed, Ordering::Relaxed) {
                Ok(_) => return true,
                Err(now) => peak = now,
            }
        }
        false
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
