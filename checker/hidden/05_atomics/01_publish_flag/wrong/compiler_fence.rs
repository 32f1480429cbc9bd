//@ caught-by: model
//@ because: memory ordering
//! Keeps the compiler from reordering, but not the processor.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering, compiler_fence};

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
        compiler_fence(Ordering::SeqCst);
        self.posted.store(true, Ordering::Relaxed);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        let posted = self.posted.load(Ordering::Relaxed);
        compiler_fence(Ordering::SeqCst);
        if !posted {
            return None;
        }
        Some((self.direction.load(Ordering::Relaxed), self.speed.load(Ordering::Relaxed)))
    }
}
