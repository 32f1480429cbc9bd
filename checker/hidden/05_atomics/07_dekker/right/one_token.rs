//! One word for both ends, and a compare-exchange on it.

use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};

pub struct Tunnel<T> {
    taken: AtomicBool,
    log: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for Tunnel<T> {}

pub struct End<'a, T>(&'a Tunnel<T>);

pub struct Inside<'a, T>(&'a Tunnel<T>);

impl<T> Tunnel<T> {
    pub fn new(log: T) -> Self {
        Self { taken: AtomicBool::new(false), log: UnsafeCell::new(log) }
    }

    pub fn ends(&mut self) -> (End<'_, T>, End<'_, T>) {
        (End(self), End(self))
    }
}

impl<T> End<'_, T> {
    pub fn try_enter(&mut self) -> Option<Inside<'_, T>> {
        let taken = &self.0.taken;
        taken.compare_exchange(false, true, Ordering::Acquire, Ordering::Relaxed).ok()?;
        Some(Inside(self.0))
    }
}

impl<T> Deref for Inside<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &*self.0.log.get() }
    }
}

impl<T> DerefMut for Inside<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *self.0.log.get() }
    }
}

impl<T> Drop for Inside<'_, T> {
    fn drop(&mut self) {
        self.0.taken.store(false, Ordering::Release);
    }
}
