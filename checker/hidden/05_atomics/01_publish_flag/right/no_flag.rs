//! No flag: each number says itself whether it is there.

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct WindBoard {
    /// 0 for nothing posted, else 1 more than what was posted.
    direction: AtomicU64,
    speed: AtomicU64,
}

impl WindBoard {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn post(&self, direction: u64, speed: u64) {
        self.speed.store(speed + 1, Ordering::Relaxed);
        self.direction.store(direction + 1, Ordering::Relaxed);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        let direction = self.direction.load(Ordering::Relaxed).checked_sub(1)?;
        let speed = self.speed.load(Ordering::Relaxed).checked_sub(1)?;
        Some((direction, speed))
    }
}
