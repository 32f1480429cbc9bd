//@ caught-by: model
//@ because: livelock
//! A spin lock that counts its holders: who waits has no ticket.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

pub struct TicketLock<T> {
    next: AtomicU64,
    taken: AtomicBool,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for TicketLock<T> {}

impl<T> TicketLock<T> {
    pub const fn new(value: T) -> Self {
        Self {
            next: AtomicU64::new(0),
            taken: AtomicBool::new(false),
            value: UnsafeCell::new(value),
        }
    }

    pub fn lock(&self) -> Turn<'_, T> {
        while self.taken.swap(true, Ordering::Acquire) {
            spin_loop();
        }
        self.next.fetch_add(1, Ordering::Relaxed);
        Turn { lock: self }
    }

    pub fn drawn(&self) -> u64 {
        self.next.load(Ordering::Relaxed)
    }
}

pub struct Turn<'a, T> {
    lock: &'a TicketLock<T>,
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
        self.lock.taken.store(false, Ordering::Release);
    }
}
