//@ caught-by: model
//@ because: spurious
//! Believes that whoever is woken gets a permit.

use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    permits: usize,
    out: Mutex<usize>,
    given_back: Condvar,
}

pub struct Permit<'a> {
    semaphore: &'a Semaphore,
}

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { permits, out: Mutex::new(0), given_back: Condvar::new() }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut out = self.out.lock().unwrap();
        if *out == self.permits {
            out = self.given_back.wait(out).unwrap();
        }
        *out += 1;
        Permit { semaphore: self }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let mut out = self.out.lock().unwrap();
        if *out == self.permits {
            return None;
        }
        *out += 1;
        Some(Permit { semaphore: self })
    }

    pub fn available(&self) -> usize {
        self.permits - *self.out.lock().unwrap()
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let mut out = self.semaphore.out.lock().unwrap();
        *out -= 1;
        self.semaphore.given_back.notify_one();
    }
}
