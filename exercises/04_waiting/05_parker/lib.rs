//! A parker: a place to sleep, with a bell that is not forgotten.

use std::sync::{Condvar, Mutex};
use std::time::Duration;

/// One thread sleeps here; any thread may wake it, also beforehand.
#[derive(Default)]
pub struct Parker {
    lock: Mutex<()>,
    bell: Condvar,
}

impl Parker {
    /// A parker at which nobody has rung.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sleeps until there is a token, and takes it.
    pub fn park(&self) {
        // TODO: a ring that came first counts, and only a ring counts.
        let guard = self.lock.lock().unwrap();
        drop(self.bell.wait(guard).unwrap());
    }

    /// As `park`, but for `limit` at most. Returns whether it took a token.
    pub fn park_timeout(&self, limit: Duration) -> bool {
        // TODO: what it returns, and whether the token is gone, must agree.
        let guard = self.lock.lock().unwrap();
        let (_guard, result) = self.bell.wait_timeout(guard, limit).unwrap();
        !result.timed_out()
    }

    /// Leaves a token, if there is none, and wakes who sleeps.
    pub fn unpark(&self) {
        // TODO: leave something behind that a bell does not.
        self.bell.notify_one();
    }
}
