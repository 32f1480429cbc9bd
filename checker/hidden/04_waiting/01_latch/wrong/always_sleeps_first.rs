//@ caught-by: model
//@ because: lost wakeup
//! Sleeps before it looks: who comes late is never woken.

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
        let mut is_open = self.is_open.lock().unwrap();
        loop {
            is_open = self.opened.wait(is_open).unwrap();
            if *is_open {
                return;
            }
        }
    }
}
