//! Stand-in for `crossbeam::utils`.

pub use crossbeam_utils::CachePadded;

use std::cell::Cell;
use std::fmt;
use std::panic::Location;

/// Snoozes after which it is time to block.
const ENOUGH: u32 = 2;

/// Tells the model that the thread is going round in a loop. `is_completed`
/// comes sooner than in the original.
pub struct Backoff {
    snoozes: Cell<u32>,
}

impl Backoff {
    #[must_use]
    pub fn new() -> Self {
        Self { snoozes: Cell::new(0) }
    }

    pub fn reset(&self) {
        self.snoozes.set(0);
    }

    #[track_caller]
    pub fn spin(&self) {
        engine::atomic::yield_now("spin", Location::caller());
    }

    #[track_caller]
    pub fn snooze(&self) {
        engine::atomic::yield_now("snooze", Location::caller());
        self.snoozes.set(self.snoozes.get() + 1);
    }

    pub fn is_completed(&self) -> bool {
        self.snoozes.get() > ENOUGH
    }
}

impl Default for Backoff {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Backoff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Backoff")
            .field("step", &self.snoozes)
            .field("is_completed", &self.is_completed())
            .finish()
    }
}
