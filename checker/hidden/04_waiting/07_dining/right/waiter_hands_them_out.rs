//! Forks are taken under the waiter's lock, which is free during the meal.

use std::sync::{Mutex, MutexGuard, PoisonError};

pub struct Table {
    waiter: Mutex<()>,
    forks: Vec<Mutex<()>>,
}

fn take(lock: &Mutex<()>) -> MutexGuard<'_, ()> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Table {
    pub fn new(seats: usize) -> Self {
        Self { waiter: Mutex::new(()), forks: (0..seats).map(|_| Mutex::new(())).collect() }
    }

    pub fn eat(&self, seat: usize, meal: impl FnOnce()) {
        let waiter = take(&self.waiter);
        let _left = take(&self.forks[seat]);
        let _right = take(&self.forks[(seat + 1) % self.forks.len()]);
        drop(waiter);
        meal();
    }
}
