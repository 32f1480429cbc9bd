//! Loops of compare-exchange, with the strongest ordering.

use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering};

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
        let mut now = self.owners().load(Ordering::SeqCst);
        loop {
            if now == MAX_OWNERS {
                panic!("too many owners");
            }
            let more =
                self.owners().compare_exchange(now, now + 1, Ordering::SeqCst, Ordering::SeqCst);
            match more {
                Ok(_) => break,
                Err(newer) => now = newer,
            }
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
        let fewer = |now: usize| Some(now - 1);
        let before = self.owners().fetch_update(Ordering::SeqCst, Ordering::SeqCst, fewer);
        if before == Ok(1) {
            drop(unsafe { Box::from_raw(self.inner) });
        }
    }
}
