//! A lock that waits by looking again.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};

/// A value that one thread at a time may use.
pub struct SpinLock<T> {
    taken: AtomicBool,
    value: UnsafeCell<T>,
}

// TODO: for which `T` may threads share the lock? Say why: `// SAFETY: …`
unsafe impl<T> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    /// A free lock around a value.
    pub const fn new(value: T) -> Self {
        Self { taken: AtomicBool::new(false), value: UnsafeCell::new(value) }
    }

    /// Waits until the lock is free and takes it.
    pub fn lock(&self) -> SpinGuard<'_, T> {
        // TODO: let only one of those who see the lock free take it, and let
        // them see what the last holder wrote.
        while self.taken.load(Ordering::Relaxed) {
            spin_loop();
        }
        self.taken.store(true, Ordering::Relaxed);
        SpinGuard { lock: self }
    }
}

/// The right to use the value, until it is dropped.
// TODO: for which `T` may threads share a guard?
pub struct SpinGuard<'a, T> {
    lock: &'a SpinLock<T>,
}

impl<T> Deref for SpinGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // TODO: `// SAFETY: …`
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for SpinGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // TODO: `// SAFETY: …`
        unsafe { &mut *self.lock.value.get() }
    }
}

impl<T> Drop for SpinGuard<'_, T> {
    fn drop(&mut self) {
        // TODO: let the next holder see what this one wrote.
        self.lock.taken.store(false, Ordering::Relaxed);
    }
}
