//@ caught-by: test
//@ because: a ferryman who sleeps until he is woken
//! Right in every interleaving, and awake in all of them.

use std::sync::atomic::{AtomicBool, Ordering::AcqRel};
use std::thread;
use std::time::{Duration, Instant};

#[derive(Default)]
pub struct Parker {
    token: AtomicBool,
}

impl Parker {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn park(&self) {
        while !self.token.swap(false, AcqRel) {
            thread::yield_now();
        }
    }

    pub fn park_timeout(&self, limit: Duration) -> bool {
        let start = Instant::now();
        loop {
            if self.token.swap(false, AcqRel) {
                return true;
            }
            if start.elapsed() >= limit {
                return false;
            }
            thread::yield_now();
        }
    }

    pub fn unpark(&self) {
        self.token.swap(true, AcqRel);
    }
}
