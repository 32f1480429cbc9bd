//! Waits for the rest of the time by hand, and notifies all under the lock.

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
        let end = Instant::now() + limit;
        let mut token = self.token.lock().unwrap();
        loop {
            if *token {
                *token = false;
                return true;
            }
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            token = self.bell.wait_timeout(token, left).unwrap().0;
        }
    }

    pub fn unpark(&self) {
        let mut token = self.token.lock().unwrap();
        if !*token {
            *token = true;
            self.bell.notify_all();
        }
    }
}
