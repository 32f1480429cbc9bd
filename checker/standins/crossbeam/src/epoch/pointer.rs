//! Stand-in for `crossbeam::epoch::{Owned, Pointer}`.

use super::{Guard, Pointable, Shared, address, ensure_aligned, tag, with_tag};
use std::borrow::{Borrow, BorrowMut};
use std::fmt;
use std::marker::PhantomData;
use std::mem;
use std::ops::{Deref, DerefMut};

pub trait Pointer<T: ?Sized + Pointable> {
    fn into_usize(self) -> usize;

    /// # Safety
    ///
    /// `data` came from [`into_usize`](Self::into_usize) and is used once.
    unsafe fn from_usize(data: usize) -> Self;
}

pub struct Owned<T: ?Sized + Pointable> {
    data: usize,
    marker: PhantomData<Box<T>>,
}

impl<T: ?Sized + Pointable> Pointer<T> for Owned<T> {
    fn into_usize(self) -> usize {
        let data = self.data;
        mem::forget(self);
        data
    }

    unsafe fn from_usize(data: usize) -> Self {
        debug_assert!(data != 0, "converting zero into `Owned`");
        Self { data, marker: PhantomData }
    }
}

impl<T> Owned<T> {
    #[must_use]
    pub fn new(init: T) -> Self {
        Self::init(init)
    }

    /// # Safety
    ///
    /// `raw` came from a `Box` or an `Owned` that is used no more.
    #[must_use]
    pub unsafe fn from_raw(raw: *mut T) -> Self {
        ensure_aligned::<T>(raw as usize);
        // SAFETY: as the caller says.
        unsafe { Self::from_usize(raw as usize) }
    }

    #[must_use]
    pub fn into_box(self) -> Box<T> {
        let raw = address::<T>(self.into_usize()) as *mut T;
        // SAFETY: every `Owned` of a sized type is a box in another form.
        unsafe { Box::from_raw(raw) }
    }
}

impl<T: ?Sized + Pointable> Owned<T> {
    #[must_use]
    pub fn init(init: T::Init) -> Self {
        // SAFETY: what was made just now is owned by nobody else.
        unsafe { Self::from_usize(T::init(init)) }
    }

    #[must_use]
    pub fn into_shared(self, _: &Guard) -> Shared<'_, T> {
        // SAFETY: the data goes from one form into the other.
        unsafe { Shared::from_usize(self.into_usize()) }
    }

    #[must_use]
    pub fn tag(&self) -> usize {
        tag::<T>(self.data)
    }

    #[must_use]
    pub fn with_tag(self, tag: usize) -> Self {
        let data = self.into_usize();
        // SAFETY: the same pointer with another tag.
        unsafe { Self::from_usize(with_tag::<T>(data, tag)) }
    }
}

impl<T: ?Sized + Pointable> Drop for Owned<T> {
    fn drop(&mut self) {
        // SAFETY: owned, so this is the one time.
        unsafe { T::drop(address::<T>(self.data)) };
    }
}

impl<T: ?Sized + Pointable> Deref for Owned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: owned.
        unsafe { T::deref(address::<T>(self.data)) }
    }
}

impl<T: ?Sized + Pointable> DerefMut for Owned<T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: owned, and borrowed exclusively.
        unsafe { T::deref_mut(address::<T>(self.data)) }
    }
}

impl<T: ?Sized + Pointable> fmt::Debug for Owned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (raw, tag) = (address::<T>(self.data), self.tag());
        f.debug_struct("Owned").field("raw", &raw).field("tag", &tag).finish()
    }
}

impl<T: Clone> Clone for Owned<T> {
    fn clone(&self) -> Self {
        Self::new((**self).clone()).with_tag(self.tag())
    }
}

impl<T> From<T> for Owned<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T> From<Box<T>> for Owned<T> {
    fn from(value: Box<T>) -> Self {
        // SAFETY: the box is given up.
        unsafe { Self::from_raw(Box::into_raw(value)) }
    }
}

impl<T: ?Sized + Pointable> Borrow<T> for Owned<T> {
    fn borrow(&self) -> &T {
        self
    }
}

impl<T: ?Sized + Pointable> BorrowMut<T> for Owned<T> {
    fn borrow_mut(&mut self) -> &mut T {
        self
    }
}

impl<T: ?Sized + Pointable> AsRef<T> for Owned<T> {
    fn as_ref(&self) -> &T {
        self
    }
}

impl<T: ?Sized + Pointable> AsMut<T> for Owned<T> {
    fn as_mut(&mut self) -> &mut T {
        self
    }
}
