//@ caught-by: model
//@ because: data race
//! The roll is ordered as strongly as can be, the display not at all.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicU64, Ordering};

pub struct TicketLock<T> {
    next: AtomicU64,
    serving: AtomicU64,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for TicketLock<T> {}

impl<T> TicketLock<T> {
    pub const fn new(value: T) -> Self {
        Self { next: AtomicU64::new(0), serving: AtomicU64::new(0), value: UnsafeCell::new(value) }
    }

    pub fn lock(&self) -> Turn<'_, T> {
        let ticket = self.next.fetch_add(1, Ordering::SeqCst);
        while self.serving.load(Ordering::Relaxed) != ticket {
            spin_loop();
        }
        Turn { lock: self, ticket }
    }

    pub fn drawn(&self) -> u64 {
        self.next.load(Ordering::SeqCst)
    }
}

pub struct Turn<'a, T> {
    lock: &'a TicketLock<T>,
    ticket: u64,
}

unsafe impl<T: Sync> Sync for Turn<'_, T> {}

impl<T> Deref for Turn<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for Turn<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for Turn<'_, T> {
    fn drop(&mut self) {
        self.lock.serving.store(self.ticket + 1, Ordering::Relaxed);
    }
}
