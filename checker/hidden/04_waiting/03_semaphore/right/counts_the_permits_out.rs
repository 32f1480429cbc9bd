//! Counts what is out, and wakes everybody.

use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    permits: usize,
    out: Mutex<usize>,
    changed: Condvar,
}

pub struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits, out: Mutex::new(0), changed: Condvar::new() }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut out = self.out.lock().unwrap();
        loop {
            if *out < self.permits {
                *out += 1;
                return Permit(self);
            }
            out = self.changed.wait(out).unwrap();
        }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut out = self.out.lock().unwrap();
        if *out == self.permits {
            return None;
        }
        *out += 1;
        Some(Permit(self))
    }

    pub fn available(&self) -> usize {
        self.permits - *self.out.lock().unwrap()
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut out = self.0.out.lock().unwrap();
        *out -= 1;
        self.0.changed.notify_all();
    }
}
