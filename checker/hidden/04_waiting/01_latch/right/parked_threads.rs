//! A list of parked threads in the place of a condition variable.

use std::sync::Mutex;
use std::thread::{self, Thread};

pub struct Latch {
    /// `None` once it is open.
    waiting: Mutex<Option<Vec<Thread>>>,
}

impl Latch {
    pub fn new() -> Self {
        Self { waiting: Mutex::new(Some(Vec::new())) }
    }

    pub fn open(&self) {
        let waiting = self.waiting.lock().unwrap().take();
        for thread in waiting.into_iter().flatten() {
            thread.unpark();
        }
    }

    pub fn wait(&self) {
        match &mut *self.waiting.lock().unwrap() {
            Some(waiting) => waiting.push(thread::current()),
            None => return,
        }
        while self.waiting.lock().unwrap().is_some() {
            thread::park();
        }
    }
}
