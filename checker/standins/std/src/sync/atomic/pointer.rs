//! Stand-in for `std::sync::atomic::AtomicPtr`.

use super::{Ordering, atomic};
use ::std::cell::UnsafeCell;
use ::std::fmt;
use ::std::panic::{Location, RefUnwindSafe};
use engine::atomic::{Cell, Exchange};
use engine::{Object, Shape};

atomic! {
    AtomicPtr<T>: *mut T, Shape::Pointer,
    to_bits: |pointer: *mut T| pointer.expose_provenance() as u64,
    from_bits: |bits: u64| ::std::ptr::with_exposed_provenance_mut(bits as usize)
}

/// Arithmetic as std's, which does not depend on what is pointed to.
impl<T> AtomicPtr<T> {
    #[track_caller]
    pub fn fetch_ptr_add(&self, count: usize, order: Ordering) -> *mut T {
        self.move_by("fetch_ptr_add", order, |before| before.wrapping_add(count))
    }

    #[track_caller]
    pub fn fetch_ptr_sub(&self, count: usize, order: Ordering) -> *mut T {
        self.move_by("fetch_ptr_sub", order, |before| before.wrapping_sub(count))
    }

    #[track_caller]
    pub fn fetch_byte_add(&self, bytes: usize, order: Ordering) -> *mut T {
        self.move_by("fetch_byte_add", order, |before| before.wrapping_byte_add(bytes))
    }

    #[track_caller]
    pub fn fetch_byte_sub(&self, bytes: usize, order: Ordering) -> *mut T {
        self.move_by("fetch_byte_sub", order, |before| before.wrapping_byte_sub(bytes))
    }

    #[track_caller]
    pub fn fetch_or(&self, bits: usize, order: Ordering) -> *mut T {
        self.move_by("fetch_or", order, |before| before.map_addr(|address| address | bits))
    }

    #[track_caller]
    pub fn fetch_and(&self, bits: usize, order: Ordering) -> *mut T {
        self.move_by("fetch_and", order, |before| before.map_addr(|address| address & bits))
    }

    #[track_caller]
    pub fn fetch_xor(&self, bits: usize, order: Ordering) -> *mut T {
        self.move_by("fetch_xor", order, |before| before.map_addr(|address| address ^ bits))
    }

    #[track_caller]
    fn move_by(
        &self,
        op: &'static str,
        order: Ordering,
        to: impl FnOnce(*mut T) -> *mut T,
    ) -> *mut T {
        let to = |bits| Self::bits(to(Self::value(bits)));
        Self::value(self.cell().update(op, order, Location::caller(), None, to))
    }
}

impl<T> Default for AtomicPtr<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(::std::ptr::null_mut())
    }
}

impl<T> fmt::Pointer for AtomicPtr<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&self.now(), f)
    }
}
