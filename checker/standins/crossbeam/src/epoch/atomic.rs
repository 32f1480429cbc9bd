//! Stand-in for `crossbeam::epoch::Atomic`: an atomic pointer of the memory
//! model.

#[allow(deprecated)]
use super::{CompareAndSetError, CompareAndSetOrdering, CompareExchangeError};
use super::{Guard, Owned, Pointable, Pointer, Shared, address, tag};
use engine::atomic::{Cell, Exchange};
use engine::{Object, Place, Shape};
use std::cell::UnsafeCell;
use std::fmt;
use std::marker::PhantomData;
use std::panic::{Location, RefUnwindSafe};
use std::sync::atomic::Ordering;

pub struct Atomic<T: ?Sized + Pointable> {
    object: Object,
    /// The value it was made with.
    first: UnsafeCell<usize>,
    marker: PhantomData<*mut T>,
}

// SAFETY: a model runs on one operating-system thread; objects are handed from
// thread to thread and shared between them.
unsafe impl<T: ?Sized + Pointable + Send + Sync> Send for Atomic<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Pointable + Send + Sync> Sync for Atomic<T> {}
impl<T: ?Sized + Pointable + RefUnwindSafe> RefUnwindSafe for Atomic<T> {}

impl<T> Atomic<T> {
    #[must_use]
    #[track_caller]
    pub fn new(init: T) -> Self {
        Self::init(init)
    }
}

impl<T: ?Sized + Pointable> Atomic<T> {
    #[must_use]
    #[track_caller]
    pub fn init(init: T::Init) -> Self {
        Self::from(Owned::init(init))
    }

    #[must_use]
    #[track_caller]
    pub const fn null() -> Self {
        Self::holding(0, Location::caller())
    }

    const fn holding(data: usize, place: Place) -> Self {
        let object = Object::new("Atomic", place);
        Self { object, first: UnsafeCell::new(data), marker: PhantomData }
    }

    fn cell(&self) -> Cell<'_, Self> {
        // SAFETY: never written to.
        let initial = unsafe { *self.first.get() } as u64;
        Cell { object: &self.object, whole: self, initial, shape: Shape::Pointer }
    }

    #[track_caller]
    pub fn load<'g>(&self, ord: Ordering, guard: &'g Guard) -> Shared<'g, T> {
        Shared::loaded(self.cell().load(ord, Location::caller()) as usize, guard)
    }

    #[track_caller]
    pub fn load_consume<'g>(&self, guard: &'g Guard) -> Shared<'g, T> {
        self.load(Ordering::Acquire, guard)
    }

    #[track_caller]
    pub fn store<P: Pointer<T>>(&self, new: P, ord: Ordering) {
        self.cell().store(new.into_usize() as u64, ord, Location::caller());
    }

    #[track_caller]
    pub fn swap<'g, P: Pointer<T>>(
        &self,
        new: P,
        ord: Ordering,
        guard: &'g Guard,
    ) -> Shared<'g, T> {
        let new = new.into_usize() as u64;
        self.update("swap", ord, new, |_| new, guard)
    }

    #[track_caller]
    fn update<'g>(
        &self,
        op: &'static str,
        ord: Ordering,
        argument: u64,
        f: impl FnOnce(u64) -> u64,
        guard: &'g Guard,
    ) -> Shared<'g, T> {
        let before = self.cell().update(op, ord, Location::caller(), Some(argument), f);
        Shared::loaded(before as usize, guard)
    }

    /// # Errors
    ///
    /// The pointer found, where it is not `current`, and `new`.
    #[track_caller]
    pub fn compare_exchange<'g, P: Pointer<T>>(
        &self,
        current: Shared<'_, T>,
        new: P,
        success: Ordering,
        failure: Ordering,
        guard: &'g Guard,
    ) -> Result<Shared<'g, T>, CompareExchangeError<'g, T, P>> {
        self.exchange(current, new, (success, failure), false, guard)
    }

    /// # Errors
    ///
    /// As for [`compare_exchange`](Self::compare_exchange), or for no reason:
    /// that is among the adversaries.
    #[track_caller]
    pub fn compare_exchange_weak<'g, P: Pointer<T>>(
        &self,
        current: Shared<'_, T>,
        new: P,
        success: Ordering,
        failure: Ordering,
        guard: &'g Guard,
    ) -> Result<Shared<'g, T>, CompareExchangeError<'g, T, P>> {
        self.exchange(current, new, (success, failure), true, guard)
    }

    #[track_caller]
    fn exchange<'g, P: Pointer<T>>(
        &self,
        current: Shared<'_, T>,
        new: P,
        (success, failure): (Ordering, Ordering),
        weak: bool,
        guard: &'g Guard,
    ) -> Result<Shared<'g, T>, CompareExchangeError<'g, T, P>> {
        let new = new.into_usize();
        let expected = current.into_usize() as u64;
        let exchange = Exchange { expected, new: new as u64, success, failure, weak };
        let op = if weak { "compare_exchange_weak" } else { "compare_exchange" };
        match self.cell().compare_exchange(op, exchange, Location::caller()) {
            Ok(_) => Ok(Shared::loaded(new, guard)),
            Err(found) => Err(CompareExchangeError {
                current: Shared::loaded(found as usize, guard),
                // SAFETY: not stored, so still the caller's.
                new: unsafe { P::from_usize(new) },
            }),
        }
    }

    /// # Errors
    ///
    /// The pointer found, where `func` returns `None` for it.
    #[track_caller]
    pub fn fetch_update<'g, F>(
        &self,
        set_order: Ordering,
        fail_order: Ordering,
        guard: &'g Guard,
        mut func: F,
    ) -> Result<Shared<'g, T>, Shared<'g, T>>
    where
        F: FnMut(Shared<'g, T>) -> Option<Shared<'g, T>>,
    {
        let mut before = self.load(fail_order, guard);
        while let Some(next) = func(before) {
            match self.compare_exchange_weak(before, next, set_order, fail_order, guard) {
                Ok(_) => return Ok(before),
                Err(error) => before = error.current,
            }
        }
        Err(before)
    }

    /// # Errors
    ///
    /// As for [`compare_exchange`](Self::compare_exchange).
    #[allow(deprecated)]
    #[deprecated(note = "Use `compare_exchange` instead")]
    #[track_caller]
    pub fn compare_and_set<'g, O: CompareAndSetOrdering, P: Pointer<T>>(
        &self,
        current: Shared<'_, T>,
        new: P,
        ord: O,
        guard: &'g Guard,
    ) -> Result<Shared<'g, T>, CompareAndSetError<'g, T, P>> {
        self.exchange(current, new, (ord.success(), ord.failure()), false, guard)
    }

    /// # Errors
    ///
    /// As for [`compare_exchange_weak`](Self::compare_exchange_weak).
    #[allow(deprecated)]
    #[deprecated(note = "Use `compare_exchange_weak` instead")]
    #[track_caller]
    pub fn compare_and_set_weak<'g, O: CompareAndSetOrdering, P: Pointer<T>>(
        &self,
        current: Shared<'_, T>,
        new: P,
        ord: O,
        guard: &'g Guard,
    ) -> Result<Shared<'g, T>, CompareAndSetError<'g, T, P>> {
        self.exchange(current, new, (ord.success(), ord.failure()), true, guard)
    }

    /// Ands the tag.
    #[track_caller]
    pub fn fetch_and<'g>(&self, val: usize, ord: Ordering, guard: &'g Guard) -> Shared<'g, T> {
        let val = (val | !super::low_bits::<T>()) as u64;
        self.update("fetch_and", ord, val, |data| data & val, guard)
    }

    /// Ors the tag.
    #[track_caller]
    pub fn fetch_or<'g>(&self, val: usize, ord: Ordering, guard: &'g Guard) -> Shared<'g, T> {
        let val = tag::<T>(val) as u64;
        self.update("fetch_or", ord, val, |data| data | val, guard)
    }

    /// Xors the tag.
    #[track_caller]
    pub fn fetch_xor<'g>(&self, val: usize, ord: Ordering, guard: &'g Guard) -> Shared<'g, T> {
        let val = tag::<T>(val) as u64;
        self.update("fetch_xor", ord, val, |data| data ^ val, guard)
    }

    /// # Safety
    ///
    /// Not null, and nobody else uses the object.
    #[must_use]
    pub unsafe fn into_owned(self) -> Owned<T> {
        // SAFETY: as the caller says.
        unsafe { Owned::from_usize(self.newest()) }
    }

    /// # Safety
    ///
    /// Nobody else uses the object.
    #[must_use]
    pub unsafe fn try_into_owned(self) -> Option<Owned<T>> {
        let data = self.newest();
        // SAFETY: as the caller says.
        (address::<T>(data) != 0).then(|| unsafe { Owned::from_usize(data) })
    }

    fn newest(&self) -> usize {
        self.cell().newest() as usize
    }
}

impl<T: ?Sized + Pointable> fmt::Debug for Atomic<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let data = self.newest();
        let (raw, tag) = (address::<T>(data), tag::<T>(data));
        f.debug_struct("Atomic").field("raw", &raw).field("tag", &tag).finish()
    }
}

impl<T: ?Sized + Pointable> fmt::Pointer for Atomic<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Pointer::fmt(&(address::<T>(self.newest()) as *const ()), f)
    }
}

impl<T: ?Sized + Pointable> Clone for Atomic<T> {
    #[track_caller]
    fn clone(&self) -> Self {
        let data = self.cell().load(Ordering::Relaxed, Location::caller());
        Self::holding(data as usize, Location::caller())
    }
}

impl<T: ?Sized + Pointable> Default for Atomic<T> {
    #[track_caller]
    fn default() -> Self {
        Self::null()
    }
}

impl<T: ?Sized + Pointable> From<Owned<T>> for Atomic<T> {
    #[track_caller]
    fn from(owned: Owned<T>) -> Self {
        Self::holding(owned.into_usize(), Location::caller())
    }
}

impl<T> From<Box<T>> for Atomic<T> {
    #[track_caller]
    fn from(value: Box<T>) -> Self {
        Self::from(Owned::from(value))
    }
}

impl<T> From<T> for Atomic<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<'g, T: ?Sized + Pointable> From<Shared<'g, T>> for Atomic<T> {
    #[track_caller]
    fn from(shared: Shared<'g, T>) -> Self {
        Self::holding(shared.into_usize(), Location::caller())
    }
}

impl<T> From<*const T> for Atomic<T> {
    #[track_caller]
    fn from(raw: *const T) -> Self {
        Self::holding(raw as usize, Location::caller())
    }
}
