//! The loop of `std`, with a closure that decides.

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
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |peak| {
                (level > peak).then_some(level)
            })
            .is_ok()
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
