//@ caught-by: model
//@ because: lost wakeup
//! Looks under one lock, sleeps under the next: the opening fits between.

use std::sync::{Condvar, Mutex};

pub struct Latch {
    is_open: Mutex<bool>,
    opened: Condvar,
}

impl Latch {
    pub fn new() -> Self {
        Self { is_open: Mutex::new(false), opened: Condvar::new() }
    }

    pub fn open(&self) {
        *self.is_open.lock().unwrap() = true;
        self.opened.notify_all();
    }

    pub fn wait(&self) {
        while !*self.is_open.lock().unwrap() {
            let is_open = self.is_open.lock().unwrap();
            drop(self.opened.wait(is_open).unwrap());
        }
    }
}
