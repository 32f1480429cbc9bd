//@ caught-by: test
//@ because: a waiter that sleeps until it is woken
//! No condition variable, only naps between two looks.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

pub struct Latch {
    is_open: AtomicBool,
}

impl Latch {
    pub fn new() -> Self {
        Self { is_open: AtomicBool::new(false) }
    }

    pub fn open(&self) {
        self.is_open.store(true, Ordering::Release);
    }

    pub fn wait(&self) {
        while !self.is_open.load(Ordering::Acquire) {
            thread::sleep(Duration::from_millis(5));
        }
    }
}
