//! Release on every store, Acquire on every load.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

#[derive(Default)]
pub struct WindBoard {
    direction: AtomicU64,
    speed: AtomicU64,
    posted: AtomicBool,
}

impl WindBoard {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn post(&self, direction: u64, speed: u64) {
        self.direction.store(direction, Ordering::Release);
        self.speed.store(speed, Ordering::Release);
        self.posted.store(true, Ordering::Release);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        if !self.posted.load(Ordering::Acquire) {
            return None;
        }
        Some((self.direction.load(Ordering::Acquire), self.speed.load(Ordering::Acquire)))
    }
}
