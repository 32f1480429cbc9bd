//! A plain cell for the wind, and the flag in front of it.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering};

#[derive(Default)]
pub struct WindBoard {
    wind: UnsafeCell<(u64, u64)>,
    posted: AtomicBool,
}

// SAFETY: the cell is written before the flag is set, and read after it.
unsafe impl Sync for WindBoard {}

impl WindBoard {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn post(&self, direction: u64, speed: u64) {
        // SAFETY: `post` is called once, and nobody reads before `posted`.
        unsafe { *self.wind.get() = (direction, speed) };
        self.posted.store(true, Ordering::Release);
    }

    pub fn read(&self) -> Option<(u64, u64)> {
        if !self.posted.load(Ordering::Acquire) {
            return None;
        }
        // SAFETY: the flag is set, so the wind is posted and changes no more.
        Some(unsafe { *self.wind.get() })
    }
}
