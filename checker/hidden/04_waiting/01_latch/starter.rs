//! A latch: closed at first, opened once, open for ever.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};

/// Threads wait at it until it is opened.
pub struct Latch {
    is_open: AtomicBool,
    lock: Mutex<()>,
    opened: Condvar,
}

impl Latch {
    /// A closed latch.
    pub fn new() -> Self {
        Self { is_open: AtomicBool::new(false), lock: Mutex::new(()), opened: Condvar::new() }
    }

    /// Opens it for all who wait and all who come later.
    pub fn open(&self) {
        // TODO: no waiter sleeps on, whenever it came.
        self.is_open.store(true, Ordering::SeqCst);
        self.opened.notify_one();
    }

    /// Returns as soon as the latch is open.
    pub fn wait(&self) {
        // TODO: nobody gets through while it is closed.
        let guard = self.lock.lock().unwrap();
        if !self.is_open.load(Ordering::SeqCst) {
            drop(self.opened.wait(guard).unwrap());
        }
    }
}
