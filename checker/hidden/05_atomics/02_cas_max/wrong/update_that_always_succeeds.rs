//@ caught-by: model
//@ because: records among two equal reports: 2
//! The closure always has a new value, so every report "succeeds".

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
        self.peak
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |peak| Some(peak.max(level)))
            .is_ok()
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
