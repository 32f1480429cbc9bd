//! Late comers read an atomic and take no lock.

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
        let guard = self.lock.lock().unwrap();
        self.is_open.store(true, Ordering::Release);
        drop(guard);
        self.opened.notify_all();
    }

    pub fn wait(&self) {
        if self.is_open.load(Ordering::Acquire) {
            return;
        }
        let mut guard = self.lock.lock().unwrap();
        while !self.is_open.load(Ordering::Acquire) {
            guard = self.opened.wait(guard).unwrap();
        }
    }
}
