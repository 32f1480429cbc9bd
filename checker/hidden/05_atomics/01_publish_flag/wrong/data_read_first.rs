//@ caught-by: model
//@ because: wind that the pilot read
//! Reads the data first and asks afterwards whether it was valid.

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
        self.direction.store(direction, Ordering::Relaxed);
        self.speed.store(speed, Ordering::Relaxed);
        self.posted.store(true, Ordering::Release);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        let direction = self.direction.load(Ordering::Acquire);
        let speed = self.speed.load(Ordering::Acquire);
        self.posted.load(Ordering::Acquire).then_some((direction, speed))
    }
}
