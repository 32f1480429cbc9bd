//@ caught-by: model
//@ because: lost update
//! A clone that loads and stores: an owner is lost.

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
        let owners = self.owners().load(Ordering::SeqCst);
        if owners >= MAX_OWNERS {
            panic!("too many owners");
        }
        self.owners().store(owners + 1, Ordering::SeqCst);
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
