//! The count in a box of its own, and the value dropped by hand.

use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicIsize, Ordering};

pub const MAX_OWNERS: usize = 4;

pub struct MiniArc<T> {
    value: NonNull<ManuallyDrop<T>>,
    /// How many more there may be.
    places: NonNull<AtomicIsize>,
}

unsafe impl<T> Send for MiniArc<T> where T: Sync + Send {}
unsafe impl<T> Sync for MiniArc<T> where T: Sync + Send {}

const NONE_TAKEN: isize = MAX_OWNERS as isize;

impl<T> MiniArc<T> {
    pub fn new(value: T) -> Self {
        let value = Box::into_raw(Box::new(ManuallyDrop::new(value)));
        let places = Box::into_raw(Box::new(AtomicIsize::new(NONE_TAKEN - 1)));
        unsafe {
            Self { value: NonNull::new_unchecked(value), places: NonNull::new_unchecked(places) }
        }
    }
}

impl<T> Clone for MiniArc<T> {
    fn clone(&self) -> Self {
        let places = unsafe { self.places.as_ref() };
        let taken = places.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |free| {
            if free > 0 { Some(free - 1) } else { None }
        });
        match taken {
            Ok(_) => Self { value: self.value, places: self.places },
            Err(_) => panic!("too many owners"),
        }
    }
}

impl<T> Deref for MiniArc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        unsafe { self.value.as_ref() }
    }
}

impl<T> Drop for MiniArc<T> {
    fn drop(&mut self) {
        let free = unsafe { self.places.as_ref() }.fetch_add(1, Ordering::AcqRel) + 1;
        if free < NONE_TAKEN {
            return;
        }
        unsafe {
            ManuallyDrop::drop(self.value.as_mut());
            drop(Box::from_raw(self.value.as_ptr()));
            drop(Box::from_raw(self.places.as_ptr()));
        }
    }
}
