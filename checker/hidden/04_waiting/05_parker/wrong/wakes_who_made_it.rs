//@ caught-by: model
//@ because: park
//! Remembers the thread that made the parker, not the one that parks.

use std::sync::Mutex;
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

pub struct Parker {
    token: Mutex<bool>,
    owner: Thread,
}

impl Parker {
    pub fn new() -> Self {
        Self { token: Mutex::new(false), owner: thread::current() }
    }

    fn take(&self) -> bool {
        std::mem::take(&mut *self.token.lock().unwrap())
    }

    pub fn park(&self) {
        while !self.take() {
            thread::park();
        }
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let end = Instant::now() + limit;
        while !self.take() {
            let left = end.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            thread::park_timeout(left);
        }
        true
    }

    pub fn unpark(&self) {
        *self.token.lock().unwrap() = true;
        self.owner.unpark();
    }
}
