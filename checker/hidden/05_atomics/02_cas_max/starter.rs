//! The highest level that any of several gauges has reported.

use std::sync::atomic::{AtomicU64, Ordering};

/// The highest level so far, in centimetres.
#[derive(Default)]
pub struct HighWater {
    peak: AtomicU64,
}

impl HighWater {
    /// A mark with no report yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Reports a level; returns whether it is a new record.
    pub fn report(&self, level: u64) -> bool {
        // TODO: let no report be written over one that came in between.
        let peak = self.peak.load(Ordering::SeqCst);
        if level <= peak {
            return false;
        }
        self.peak.store(level, Ordering::SeqCst);
        true
    }

    /// The highest level reported so far.
    pub fn peak(&self) -> u64 {
        self.peak.load(Ordering::SeqCst)
    }
}
