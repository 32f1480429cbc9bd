//! The number is an atomic; the lock is for those who sleep.

use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::sync::{Condvar, Mutex};

pub struct Semaphore {
    free: AtomicUsize,
    bed: Mutex<()>,
    given_back: Condvar,
}

pub struct Permit<'a>(&'a Semaphore);

impl Semaphore {
    pub fn new(permits: usize) -> Self {
        Self { free: AtomicUsize::new(permits), bed: Mutex::new(()), given_back: Condvar::new() }
    }

    pub fn acquire(&self) -> Permit<'_> {
        if let Some(permit) = self.try_acquire() {
            return permit;
        }
        let mut bed = self.bed.lock().unwrap();
        loop {
            if let Some(permit) = self.try_acquire() {
                return permit;
            }
            bed = self.given_back.wait(bed).unwrap();
        }
    }

    pub fn try_acquire(&self) -> Option<Permit<'_>> {
        let taken = self.free.fetch_update(SeqCst, SeqCst, |free| free.checked_sub(1));
        taken.ok().map(|_| Permit(self))
    }

    pub fn available(&self) -> usize {
        self.free.load(SeqCst)
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        self.0.free.fetch_add(1, SeqCst);
        // Whoever saw no permit is asleep once this lock is to be had.
        drop(self.0.bed.lock().unwrap());
        self.0.given_back.notify_one();
    }
}
