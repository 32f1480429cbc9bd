//! Stand-in for `lock_api::Mutex`.

use super::{ArcMutexGuard, Around, MutexGuard, RawMutex, RawMutexFair, RawMutexTimed};
use engine::{Place, Value};
use std::cell::UnsafeCell;
use std::fmt;
use std::panic::Location;
use std::sync::Arc;

pub struct Mutex<R, T: ?Sized> {
    pub(super) raw: R,
    created: Place,
    pub(super) data: UnsafeCell<T>,
}

// SAFETY: the raw lock lets one thread at a time at the data.
unsafe impl<R: RawMutex + Sync, T: ?Sized + Send> Sync for Mutex<R, T> {}

impl<R: RawMutex, T> Mutex<R, T> {
    #[track_caller]
    pub const fn new(val: T) -> Self {
        Self::from_raw(R::INIT, val)
    }

    pub fn into_inner(self) -> T {
        self.data.into_inner()
    }
}

impl<R, T> Mutex<R, T> {
    #[track_caller]
    pub const fn from_raw(raw_mutex: R, val: T) -> Self {
        Self { raw: raw_mutex, created: Location::caller(), data: UnsafeCell::new(val) }
    }

    pub fn into_inner_with_raw(self) -> (R, T) {
        (self.raw, self.data.into_inner())
    }
}

impl<R: RawMutex, T: ?Sized> Mutex<R, T> {
    /// Does something to the raw lock, which knows for whom.
    pub(super) fn within<U>(&self, place: Place, act: impl FnOnce(&R) -> U) -> U {
        // SAFETY: a raw lock calls this while it is held by who acts.
        let value = || Value::of(unsafe { &*self.data.get() });
        if self.raw.peek().is_none() {
            // The learner's own raw lock does not know what it is a part of.
            engine::keep_static(self);
        }
        // SAFETY: both are there until `act` returns, which takes it over.
        self.raw.within(Some(unsafe { Around::new(None, self.created, place, self, &value) }));
        act(&self.raw)
    }

    /// # Safety
    ///
    /// The lock is held, `guard` is its own, and no other guard has it.
    #[track_caller]
    pub unsafe fn make_guard_unchecked(&self, guard: R::Guard) -> MutexGuard<'_, R, T> {
        MutexGuard::new(self, guard, Location::caller())
    }

    #[track_caller]
    pub fn lock(&self) -> MutexGuard<'_, R, T> {
        let place = Location::caller();
        MutexGuard::new(self, self.within(place, R::lock), place)
    }

    #[track_caller]
    pub fn try_lock(&self) -> Option<MutexGuard<'_, R, T>> {
        let place = Location::caller();
        self.within(place, R::try_lock).map(|guard| MutexGuard::new(self, guard, place))
    }

    pub const fn get_mut(&mut self) -> &mut T {
        self.data.get_mut()
    }

    #[track_caller]
    pub fn is_locked(&self) -> bool {
        self.within(Location::caller(), R::is_locked)
    }

    /// # Safety
    ///
    /// The lock is held, and `guard` is its own.
    #[track_caller]
    pub unsafe fn force_unlock(&self, guard: R::Guard) {
        // SAFETY: the caller sees to it.
        self.within(Location::caller(), |raw| unsafe { raw.unlock(guard) });
    }

    /// # Safety
    ///
    /// Whoever unlocks it must have locked it.
    pub unsafe fn raw(&self) -> &R {
        &self.raw
    }

    pub const fn data_ptr(&self) -> *mut T {
        self.data.get()
    }

    #[track_caller]
    pub fn lock_arc(self: &Arc<Self>) -> ArcMutexGuard<R, T> {
        let place = Location::caller();
        ArcMutexGuard::new(Arc::clone(self), self.within(place, R::lock), place)
    }

    #[track_caller]
    pub fn try_lock_arc(self: &Arc<Self>) -> Option<ArcMutexGuard<R, T>> {
        let place = Location::caller();
        let guard = self.within(place, R::try_lock);
        guard.map(|guard| ArcMutexGuard::new(Arc::clone(self), guard, place))
    }
}

impl<R: RawMutexFair, T: ?Sized> Mutex<R, T> {
    /// # Safety
    ///
    /// As for [`force_unlock`](Self::force_unlock).
    #[track_caller]
    pub unsafe fn force_unlock_fair(&self, guard: R::Guard) {
        // SAFETY: the caller sees to it.
        self.within(Location::caller(), |raw| unsafe { raw.unlock_fair(guard) });
    }
}

impl<R: RawMutexTimed, T: ?Sized> Mutex<R, T> {
    #[track_caller]
    pub fn try_lock_for(&self, timeout: R::Duration) -> Option<MutexGuard<'_, R, T>> {
        let place = Location::caller();
        let guard = self.within(place, |raw| raw.try_lock_for(timeout));
        guard.map(|guard| MutexGuard::new(self, guard, place))
    }

    #[track_caller]
    pub fn try_lock_until(&self, timeout: R::Instant) -> Option<MutexGuard<'_, R, T>> {
        let place = Location::caller();
        let guard = self.within(place, |raw| raw.try_lock_until(timeout));
        guard.map(|guard| MutexGuard::new(self, guard, place))
    }

    #[track_caller]
    pub fn try_lock_arc_for(self: &Arc<Self>, timeout: R::Duration) -> Option<ArcMutexGuard<R, T>> {
        let place = Location::caller();
        let guard = self.within(place, |raw| raw.try_lock_for(timeout));
        guard.map(|guard| ArcMutexGuard::new(Arc::clone(self), guard, place))
    }

    #[track_caller]
    pub fn try_lock_arc_until(
        self: &Arc<Self>,
        timeout: R::Instant,
    ) -> Option<ArcMutexGuard<R, T>> {
        let place = Location::caller();
        let guard = self.within(place, |raw| raw.try_lock_until(timeout));
        guard.map(|guard| ArcMutexGuard::new(Arc::clone(self), guard, place))
    }
}

impl<R: RawMutex, T: Default> Default for Mutex<R, T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<R: RawMutex, T> From<T> for Mutex<R, T> {
    #[track_caller]
    fn from(t: T) -> Self {
        Self::new(t)
    }
}

/// Looks at the value without taking the lock, where that is a stand-in's, so
/// that printing changes nothing in the model.
impl<R: RawMutex, T: ?Sized + fmt::Debug> fmt::Debug for Mutex<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let guard = if self.raw.peek().is_none() { self.try_lock() } else { None };
        let held = self.raw.peek().unwrap_or(guard.is_none());
        let mut mutex = f.debug_struct("Mutex");
        if held {
            mutex.field("data", &format_args!("<locked>"));
        } else {
            // SAFETY: this thread holds the lock, or nobody does and nobody
            // else runs meanwhile.
            mutex.field("data", &unsafe { &*self.data.get() });
        }
        mutex.finish()
    }
}
