//! Stand-in for `crossbeam::epoch::Shared`.

use super::{Guard, Owned, Pointable, Pointer, address, ensure_aligned, tag, with_tag};
use std::cmp;
use std::fmt;
use std::marker::PhantomData;

pub struct Shared<'g, T: 'g + ?Sized + Pointable> {
    data: usize,
    marker: PhantomData<(&'g (), *const T)>,
}

impl<T: ?Sized + Pointable> Clone for Shared<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: ?Sized + Pointable> Copy for Shared<'_, T> {}

impl<T: ?Sized + Pointable> Pointer<T> for Shared<'_, T> {
    fn into_usize(self) -> usize {
        self.data
    }

    unsafe fn from_usize(data: usize) -> Self {
        Self { data, marker: PhantomData }
    }
}

impl<T> Shared<'_, T> {
    #[must_use]
    pub fn as_raw(&self) -> *const T {
        address::<T>(self.data) as *const T
    }
}

impl<'g, T: ?Sized + Pointable> Shared<'g, T> {
    #[must_use]
    pub const fn null() -> Self {
        Self { data: 0, marker: PhantomData }
    }

    #[must_use]
    pub fn is_null(&self) -> bool {
        address::<T>(self.data) == 0
    }

    /// # Safety
    ///
    /// The object lives as long as the guard, and nobody writes to it.
    #[must_use]
    pub unsafe fn deref(&self) -> &'g T {
        // SAFETY: as the caller says.
        unsafe { T::deref(address::<T>(self.data)) }
    }

    /// # Safety
    ///
    /// As for [`deref`](Self::deref), and nobody else reads.
    #[must_use]
    pub unsafe fn deref_mut(&mut self) -> &'g mut T {
        // SAFETY: as the caller says.
        unsafe { T::deref_mut(address::<T>(self.data)) }
    }

    /// # Safety
    ///
    /// As for [`deref`](Self::deref), or it is null.
    #[must_use]
    pub unsafe fn as_ref(&self) -> Option<&'g T> {
        // SAFETY: as the caller says.
        (!self.is_null()).then(|| unsafe { self.deref() })
    }

    /// # Safety
    ///
    /// Not null, and nobody else uses the object.
    #[must_use]
    pub unsafe fn into_owned(self) -> Owned<T> {
        debug_assert!(!self.is_null(), "converting a null `Shared` into `Owned`");
        // SAFETY: as the caller says.
        unsafe { Owned::from_usize(self.data) }
    }

    /// # Safety
    ///
    /// Nobody else uses the object.
    #[must_use]
    pub unsafe fn try_into_owned(self) -> Option<Owned<T>> {
        // SAFETY: as the caller says.
        (!self.is_null()).then(|| unsafe { self.into_owned() })
    }

    #[must_use]
    pub fn tag(&self) -> usize {
        tag::<T>(self.data)
    }

    #[must_use]
    pub fn with_tag(&self, tag: usize) -> Self {
        Self { data: with_tag::<T>(self.data, tag), marker: PhantomData }
    }

    /// The pointer in a word that an atomic held while `_guard` was there.
    pub(super) fn loaded(data: usize, _guard: &'g Guard) -> Self {
        Self { data, marker: PhantomData }
    }
}

impl<T> From<*const T> for Shared<'_, T> {
    fn from(raw: *const T) -> Self {
        ensure_aligned::<T>(raw as usize);
        Self { data: raw as usize, marker: PhantomData }
    }
}

impl<T: ?Sized + Pointable> PartialEq for Shared<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        self.data == other.data
    }
}

impl<T: ?Sized + Pointable> Eq for Shared<'_, T> {}

impl<T: ?Sized + Pointable> PartialOrd for Shared<'_, T> {
    fn partial_cmp(&self, other: &Self) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl<T: ?Sized + Pointable> Ord for Shared<'_, T> {
    fn cmp(&self, other: &Self) -> cmp::Ordering {
        self.data.cmp(&other.data)
    }
}

impl<T: ?Sized + Pointable> fmt::Debug for Shared<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (raw, tag) = (address::<T>(self.data), self.tag());
        f.debug_struct("Shared").field("raw", &raw).field("tag", &tag).finish()
    }
}

impl<T: ?Sized + Pointable> fmt::Pointer for Shared<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&(address::<T>(self.data) as *const ()), f)
    }
}

impl<T: ?Sized + Pointable> Default for Shared<'_, T> {
    fn default() -> Self {
        Self::null()
    }
}
