//@ caught-by: model
//@ because: memory ordering
//! Waits "until the data has arrived".

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

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
        thread::sleep(Duration::from_millis(10));
        self.posted.store(true, Ordering::Relaxed);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        if !self.posted.load(Ordering::Relaxed) {
            return None;
        }
        Some((self.direction.load(Ordering::Relaxed), self.speed.load(Ordering::Relaxed)))
    }
}
