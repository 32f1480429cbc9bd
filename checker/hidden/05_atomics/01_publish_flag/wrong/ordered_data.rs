//@ caught-by: model
//@ because: memory ordering
//! Orders the data, which nobody looks at first, and leaves the flag Relaxed.

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
        self.posted.store(true, Ordering::Relaxed);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        if !self.posted.load(Ordering::Relaxed) {
            return None;
        }
        Some((self.direction.load(Ordering::Acquire), self.speed.load(Ordering::Acquire)))
    }
}
