//! The atomic stays; a lock taken and released closes the gap.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};

pub struct Latch {
    is_open: AtomicBool,
    lock: Mutex<()>,
    opened: Condvar,
}

impl Latch {
    pub fn new() -> Self {
        Self { is_open: AtomicBool::new(false), lock: Mutex::new(()), opened: Condvar::new() }
    }

    pub fn open(&self) {
        self.is_open.store(true, Ordering::SeqCst);
        // Whoever saw `false` is asleep once this lock is to be had.
        drop(self.lock.lock().unwrap());
        self.opened.notify_all();
    }

    pub fn wait(&self) {
        let mut guard = self.lock.lock().unwrap();
        while !self.is_open.load(Ordering::SeqCst) {
            guard = self.opened.wait(guard).unwrap();
        }
    }
}
