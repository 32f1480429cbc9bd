//@ caught-by: model
//@ because: memory ordering
//! A spin on an atomic that orders nothing.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

pub struct Semaphore {
    free: AtomicUsize,
}

pub struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { free: AtomicUsize::new(permits) }
    }

    pub fn acquire(&self) -> Permit<'_> {
        loop {
            if let Some(permit) = self.try_acquire() {
                return permit;
            }
            thread::yield_now();
        }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let taken = self.free.fetch_update(Relaxed, Relaxed, |free| free.checked_sub(1));
        taken.ok().map(|_| Permit(self))
    }

    pub fn available(&self) -> usize {
        self.free.load(Relaxed)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.free.fetch_add(1, Relaxed);
    }
}
