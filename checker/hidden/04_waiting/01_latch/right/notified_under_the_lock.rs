//! The guard lives until the notification is out; `wait_while` for the loop.

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
        let mut is_open = self.is_open.lock().expect("no holder panics");
        *is_open = true;
        self.opened.notify_all();
    }

    pub fn wait(&self) {
        let is_open = self.is_open.lock().expect("no holder panics");
        drop(self.opened.wait_while(is_open, |is_open| !*is_open).expect("no holder panics"));
    }
}
