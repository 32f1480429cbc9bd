//@ caught-by: model
//@ because: wind that the pilot read
//! The flag goes up before the data, with the strongest ordering.

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
        self.posted.store(true, Ordering::SeqCst);
        self.direction.store(direction, Ordering::SeqCst);
        self.speed.store(speed, Ordering::SeqCst);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        if !self.posted.load(Ordering::SeqCst) {
            return None;
        }
        Some((self.direction.load(Ordering::SeqCst), self.speed.load(Ordering::SeqCst)))
    }
}
