//! A board that the tower fills in and pilots read.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// The wind at an airfield, once it is known.
#[derive(Default)]
pub struct WindBoard {
    direction: AtomicU64,
    speed: AtomicU64,
    posted: AtomicBool,
}

impl WindBoard {
    /// A board with nothing posted.
    pub fn new() -> Self {
        Self {
            direction: AtomicU64::new(0),
            speed: AtomicU64::new(0),
            posted: AtomicBool::new(false),
        }
    }

    /// Posts the wind; called at most once.
    pub fn post(&self, direction: u64, speed: u64) {
        // TODO: let nobody see the flag who does not see the wind.
        self.direction.store(direction, Ordering::Relaxed);
        self.speed.store(speed, Ordering::Relaxed);
        self.posted.store(true, Ordering::Relaxed);
    }

    /// Direction and speed of the wind, if they are posted.
    pub fn read(&self) -> Option<(u64, u64)> {
        // TODO: let nobody see the flag who does not see the wind.
        if !self.posted.load(Ordering::Relaxed) {
            return None;
        }
        Some((self.direction.load(Ordering::Relaxed), self.speed.load(Ordering::Relaxed)))
    }
}
