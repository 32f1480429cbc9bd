//@ caught-by: model
//@ because: expected 715
//! Asks once, then tries until it has written, over a higher level too.

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
        let mut peak = self.peak.load(Ordering::SeqCst);
        if level <= peak {
            return false;
        }
        while let Err(now) =
            self.peak.compare_exchange(peak, level, Ordering::SeqCst, Ordering::SeqCst)
        {
            peak = now;
        }
        true
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
