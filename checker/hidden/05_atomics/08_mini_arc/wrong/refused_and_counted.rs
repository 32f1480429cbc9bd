//@ caught-by: model
//@ because: drops of the table: 0
//! The owner that was refused stays in the count.

use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering, fence};

pub const MAX_OWNERS: usize = 4;

struct Inner<T> {
    owners: AtomicUsize,
    value: T,
}

pub struct MiniArc<T> {
    inner: *mut Inner<T>,
}

unsafe impl<T: Send + Sync> Send for MiniArc<T> {}
unsafe impl<T: Send + Sync> Sync for MiniArc<T> {}

impl<T> MiniArc<T> {
    pub fn new(value: T) -> Self {
        let inner = Inner { owners: AtomicUsize::new(1), value };
        Self { inner: Box::into_raw(Box::new(inner)) }
    }

    fn owners(&self) -> &AtomicUsize {
        unsafe { &(*self.inner).owners }
    }
}

impl<T> Clone for MiniArc<T> {
    fn clone(&self) -> Self {
        if self.owners().fetch_add(1, Ordering::Relaxed) >= MAX_OWNERS {
            panic!("too many owners");
        }
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
    fn drop(&mut self) {
        if self.owners().fetch_sub(1, Ordering::Release) == 1 {
            fence(Ordering::Acquire);
            drop(unsafe { Box::from_raw(self.inner) });
        }
    }
}
