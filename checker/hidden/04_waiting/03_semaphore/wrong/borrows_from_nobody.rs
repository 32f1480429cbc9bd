//@ caught-by: model
//@ because: a permit for A or for B
//! Counts below 0 for a moment, and puts back what it should not have taken.

use std::sync::atomic::{AtomicIsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    free: AtomicIsize,
    bed: Mutex<()>,
    given_back: Condvar,
}

pub struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        let free = AtomicIsize::new(permits.try_into().unwrap());
        Self { free, bed: Mutex::new(()), given_back: Condvar::new() }
    }

    pub fn acquire(&self) -> Permit<'_> {
        let mut bed = self.bed.lock().unwrap();
        loop {
            if self.free.fetch_sub(1, SeqCst) > 0 {
                return Permit(self);
            }
            self.free.fetch_add(1, SeqCst);
            bed = self.given_back.wait(bed).unwrap();
        }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        if self.free.fetch_sub(1, SeqCst) > 0 {
            return Some(Permit(self));
        }
        self.free.fetch_add(1, SeqCst);
        None
    }

    pub fn available(&self) -> usize {
        self.free.load(SeqCst).max(0).unsigned_abs()
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let bed = self.0.bed.lock().unwrap();
        self.0.free.fetch_add(1, SeqCst);
        drop(bed);
        self.0.given_back.notify_one();
    }
}
