//! Waits for the rest of the time, and believes `timed_out` when there is no token.

use std::sync::{Condvar, Mutex};
use std::time::{Duration, Instant};

#[derive(Default)]
pub struct Parker {
    token: Mutex<bool>,
    bell: Condvar,
}

impl Parker {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn park(&self) {
        let mut token = self.token.lock().unwrap();
        while !*token {
            token = self.bell.wait(token).unwrap();
        }
        *token = false;
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let start = Instant::now();
        let mut token = self.token.lock().unwrap();
        let mut timed_out = false;
        while !*token && !timed_out {
            let left = limit.saturating_sub(start.elapsed());
            let waited = self.bell.wait_timeout(token, left).unwrap();
            (token, timed_out) = (waited.0, waited.1.timed_out());
        }
        std::mem::replace(&mut *token, false)
    }

    pub fn unpark(&self) {
        *self.token.lock().unwrap() = true;
        self.bell.notify_one();
    }
}
