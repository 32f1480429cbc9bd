//@ caught-by: model
//@ because: park
//! Passes on to the token that each thread has: it is not the parker's.

use std::sync::Mutex;
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

#[derive(Default)]
pub struct Parker {
    sleeper: Mutex<Option<Thread>>,
}

impl Parker {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn park(&self) {
        *self.sleeper.lock().unwrap() = Some(thread::current());
        thread::park();
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        *self.sleeper.lock().unwrap() = Some(thread::current());
        let start = Instant::now();
        thread::park_timeout(limit);
        start.elapsed() < limit
    }

    pub fn unpark(&self) {
        if let Some(sleeper) = &*self.sleeper.lock().unwrap() {
            sleeper.unpark();
        }
    }
}
