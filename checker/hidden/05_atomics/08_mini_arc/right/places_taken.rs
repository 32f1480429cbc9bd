//! No count at all: each owner has a bit of its own.

use std::ops::Deref;
use std::sync::atomic::{AtomicU8, Ordering};

pub const MAX_OWNERS: usize = 4;

struct Inner<T> {
    value: T,
    taken: AtomicU8,
}

pub struct MiniArc<T> {
    inner: *const Inner<T>,
    place: u8,
}

unsafe impl<T: Send + Sync> Send for MiniArc<T> {}
unsafe impl<T: Send + Sync> Sync for MiniArc<T> {}

impl<T> MiniArc<T> {
    pub fn new(value: T) -> Self {
        let inner = Inner { value, taken: AtomicU8::new(1) };
        Self { inner: Box::into_raw(Box::new(inner)), place: 0 }
    }

    fn get(&self) -> &Inner<T> {
        unsafe { &*self.inner }
    }
}

impl<T> Clone for MiniArc<T> {
    fn clone(&self) -> Self {
        let mut taken = self.get().taken.load(Ordering::Relaxed);
        loop {
            let place = taken.trailing_ones() as u8;
            if usize::from(place) == MAX_OWNERS {
                panic!("too many owners");
            }
            match self.get().taken.compare_exchange_weak(
                taken,
                taken | 1 << place,
                Ordering::Acquire,
                Ordering::Relaxed,
            ) {
                Ok(_) => return Self { inner: self.inner, place },
                Err(newer) => taken = newer,
            }
        }
    }
}

impl<T> Deref for MiniArc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.get().value
    }
}

impl<T> Drop for MiniArc<T> {
    fn drop(&mut self) {
        let mine = 1 << self.place;
        if self.get().taken.fetch_and(!mine, Ordering::AcqRel) == mine {
            unsafe { drop(Box::from_raw(self.inner.cast_mut())) }
        }
    }
}
