//@ caught-by: model
//@ because: spurious
//! Believes that whoever is woken was notified.

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
        let is_open = self.is_open.lock().unwrap();
        if !*is_open {
            drop(self.opened.wait(is_open).unwrap());
        }
    }
}
