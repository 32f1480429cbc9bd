//@ caught-by: model
//@ because: lost wakeup
//! An atomic beside the lock: the permit comes back between a look and a sleep.

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
        self.0.given_back.notify_one();
    }
}
