//@ caught-by: test
//@ because: a waiter that sleeps until it is woken
//! The lost wakeup is still there; a timeout covers it up.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};
use std::time::Duration;

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
        self.opened.notify_all();
    }

    pub fn wait(&self) {
        let mut guard = self.lock.lock().unwrap();
        while !self.is_open.load(Ordering::SeqCst) {
            guard = self.opened.wait_timeout(guard, Duration::from_millis(10)).unwrap().0;
        }
    }
}
