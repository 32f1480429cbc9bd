//! Gives way after a failed round.

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
        while level > peak {
            let exchange =
                self.peak.compare_exchange_weak(peak, level, Ordering::SeqCst, Ordering::Relaxed);
            let Err(now) = exchange else { return true };
            std::hint::spin_loop();
            peak = now;
        }
        false
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
