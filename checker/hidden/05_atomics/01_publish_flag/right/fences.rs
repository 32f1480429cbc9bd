//! Relaxed operations and two fences.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering, fence};

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
        self.speed.store(speed, Ordering::Relaxed);
        self.direction.store(direction, Ordering::Relaxed);
        fence(Ordering::Release);
        self.posted.store(true, Ordering::Relaxed);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        let posted = self.posted.load(Ordering::Relaxed);
        fence(Ordering::Acquire);
        if posted {
            let speed = self.speed.load(Ordering::Relaxed);
            Some((self.direction.load(Ordering::Relaxed), speed))
        } else {
            None
        }
    }
}
