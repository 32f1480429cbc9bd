//@ caught-by: model
//@ because: expected 715
//! Tries again when somebody came between, but only once.

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
        for _ in 0..2 {
            if level <= peak {
                return false;
            }
            match self.peak.compare_exchange(peak, level, Ordering::SeqCst, Ordering::SeqCst) {
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
