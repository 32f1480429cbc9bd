//@ caught-by: model
//@ because: memory ordering
//! The tower's fence comes after the store that it should precede.

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
        self.direction.store(direction, Ordering::Relaxed);
        self.speed.store(speed, Ordering::Relaxed);
        self.posted.store(true, Ordering::Relaxed);
        fence(Ordering::SeqCst);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        if !self.posted.load(Ordering::Acquire) {
            return None;
        }
        Some((self.direction.load(Ordering::Relaxed), self.speed.load(Ordering::Relaxed)))
    }
}
