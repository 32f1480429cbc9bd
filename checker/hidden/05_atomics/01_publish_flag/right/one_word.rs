//! Both numbers in one atomic, so there is nothing to order.

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct WindBoard {
    /// 0 for nothing posted, else 1 + 1000 × direction + speed.
    wind: AtomicU64,
}

impl WindBoard {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn post(&self, direction: u64, speed: u64) {
        self.wind.store(1 + 1000 * direction + speed, Ordering::Relaxed);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        let wind = self.wind.load(Ordering::Relaxed).checked_sub(1)?;
        Some((wind / 1000, wind % 1000))
    }
}
