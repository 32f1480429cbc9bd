//@ caught-by: bounds
//@ because: a value that is gone
//! The guard keeps a pointer, and the compiler knows of no borrow.

use std::cell::UnsafeCell;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};

pub struct SpinLock<T> {
    taken: AtomicBool,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for SpinLock<T> {}

pub struct SpinGuard<T: 'static> {
    lock: *const SpinLock<T>,
}

unsafe impl<T: Sync> Sync for SpinGuard<T> {}

impl<T> SpinLock<T> {
    pub const fn new(value: T) -> Self {
        Self { taken: AtomicBool::new(false), value: UnsafeCell::new(value) }
    }

    pub fn lock(&self) -> SpinGuard<T> {
        while self.taken.swap(true, Ordering::Acquire) {
            std::hint::spin_loop();
        }
        SpinGuard { lock: self }
    }
}

impl<T> Deref for SpinGuard<T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &*(*self.lock).value.get() }
    }
}

impl<T> DerefMut for SpinGuard<T> {
    fn deref_mut(&mut self) -> &mut T {
        unsafe { &mut *(*self.lock).value.get() }
    }
}

impl<T> Drop for SpinGuard<T> {
    fn drop(&mut self) {
        unsafe { (*self.lock).taken.store(false, Ordering::Release) };
    }
}
