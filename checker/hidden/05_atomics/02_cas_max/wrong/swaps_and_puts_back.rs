//@ caught-by: model
//@ because: peaks that the mayor saw
//! Writes first and puts the higher level back: for a moment the peak has fallen.

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
        let mut mine = level;
        let mut first = true;
        loop {
            let before = self.peak.swap(mine, Ordering::SeqCst);
            if before <= mine {
                return first && before < mine;
            }
            (mine, first) = (before, false);
        }
    }

    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
