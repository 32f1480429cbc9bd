//! A value with several owners; the last one gives it back.

use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Owners that a value has at most.
pub const MAX_OWNERS: usize = 4;

/// What all owners of a value point to.
struct Inner<T> {
    owners: AtomicUsize,
    value: T,
}

/// One of the owners of a value.
pub struct MiniArc<T> {
    inner: *mut Inner<T>,
}

// TODO: for which `T` is this true?
unsafe impl<T> Send for MiniArc<T> {}
unsafe impl<T> Sync for MiniArc<T> {}

impl<T> MiniArc<T> {
    /// The first owner of `value`.
    pub fn new(value: T) -> Self {
        let inner = Inner { owners: AtomicUsize::new(1), value };
        Self { inner: Box::into_raw(Box::new(inner)) }
    }
}

impl<T> Clone for MiniArc<T> {
    /// One more owner of the same value.
    ///
    /// # Panics
    ///
    /// With "too many owners", if there are [`MAX_OWNERS`] already.
    fn clone(&self) -> Self {
        let owners = unsafe { &(*self.inner).owners };
        // TODO: of two clones that want the last place, one gets it.
        if owners.load(Ordering::Relaxed) >= MAX_OWNERS {
            panic!("too many owners");
        }
        owners.fetch_add(1, Ordering::Relaxed);
        Self { inner: self.inner }
    }
}

impl<T> Deref for MiniArc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { &(*self.inner).value }
    }
}

impl<T> Drop for MiniArc<T> {
    /// One owner less; the last one gives the value back.
    fn drop(&mut self) {
        // TODO: exactly one owner is the last, and it comes after all others.
        let owners = unsafe { &(*self.inner).owners };
        let left = owners.load(Ordering::Relaxed) - 1;
        owners.store(left, Ordering::Relaxed);
        if left == 0 {
            drop(unsafe { Box::from_raw(self.inner) });
        }
    }
}
