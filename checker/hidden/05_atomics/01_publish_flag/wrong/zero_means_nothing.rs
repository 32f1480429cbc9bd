//@ caught-by: model
//@ because: wind after everybody left
//! No flag: a direction of 0 stands for "nothing posted".

use std::sync::atomic::{AtomicU64, Ordering};

#[derive(Default)]
pub struct WindBoard {
    direction: AtomicU64,
    speed: AtomicU64,
}

impl WindBoard {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn post(&self, direction: u64, speed: u64) {
        self.speed.store(speed, Ordering::Relaxed);
        self.direction.store(direction, Ordering::Release);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        let direction = self.direction.load(Ordering::Acquire);
        let speed = self.speed.load(Ordering::Relaxed);
        (direction != 0).then_some((direction, speed))
    }
}
