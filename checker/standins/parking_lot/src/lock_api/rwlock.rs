//! Stand-in for `lock_api::RwLock`.

use super::{
    Around, RawRwLock, RawRwLockFair, RawRwLockTimed, RawRwLockUpgrade, RawRwLockUpgradeTimed,
    RwLockReadGuard, RwLockUpgradableReadGuard, RwLockWriteGuard,
};
use engine::{Place, Value};
use std::cell::UnsafeCell;
use std::fmt;
use std::panic::Location;

pub struct RwLock<R, T: ?Sized> {
    pub(super) raw: R,
    created: Place,
    pub(super) data: UnsafeCell<T>,
}

// SAFETY: the raw lock lets readers or one writer at the data.
unsafe impl<R: RawRwLock + Sync, T: ?Sized + Send + Sync> Sync for RwLock<R, T> {}

impl<R: RawRwLock, T> RwLock<R, T> {
    #[track_caller]
    pub const fn new(val: T) -> Self {
        Self::from_raw(R::INIT, val)
    }

    pub fn into_inner(self) -> T {
        self.data.into_inner()
    }
}

impl<R, T> RwLock<R, T> {
    #[track_caller]
    pub const fn from_raw(raw_rwlock: R, val: T) -> Self {
        Self { raw: raw_rwlock, created: Location::caller(), data: UnsafeCell::new(val) }
    }

    pub fn into_inner_with_raw(self) -> (R, T) {
        (self.raw, self.data.into_inner())
    }
}

/// The ways in: `lock(self) -> guard`, by a function of the raw lock.
macro_rules! ways_in {
    ($($make:ident, $lock:ident, $try:ident: $guard:ident of $raw_guard:ident,
        $raw_lock:ident, $raw_try:ident;)*) => {$(
        /// # Safety
        ///
        /// The lock is held, `guard` is its own, and no other guard has it.
        #[track_caller]
        pub unsafe fn $make(&self, guard: R::$raw_guard) -> $guard<'_, R, T> {
            $guard::new(self, guard, Location::caller())
        }

        #[track_caller]
        pub fn $lock(&self) -> $guard<'_, R, T> {
            let place = Location::caller();
            $guard::new(self, self.within(place, R::$raw_lock), place)
        }

        #[track_caller]
        pub fn $try(&self) -> Option<$guard<'_, R, T>> {
            let place = Location::caller();
            self.within(place, R::$raw_try).map(|guard| $guard::new(self, guard, place))
        }
    )*};
    (timed: $($time:ident, $within:ident: $guard:ident, $raw_within:ident;)*) => {$(
        #[track_caller]
        pub fn $within(&self, timeout: R::$time) -> Option<$guard<'_, R, T>> {
            let place = Location::caller();
            let guard = self.within(place, |raw| raw.$raw_within(timeout));
            guard.map(|guard| $guard::new(self, guard, place))
        }
    )*};
}

impl<R: RawRwLock, T: ?Sized> RwLock<R, T> {
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

    ways_in! {
        make_read_guard_unchecked, read, try_read:
            RwLockReadGuard of SharedGuard, lock_shared, try_lock_shared;
        make_write_guard_unchecked, write, try_write:
            RwLockWriteGuard of ExclusiveGuard, lock_exclusive, try_lock_exclusive;
    }

    pub const fn get_mut(&mut self) -> &mut T {
        self.data.get_mut()
    }

    #[track_caller]
    pub fn is_locked(&self) -> bool {
        self.within(Location::caller(), R::is_locked)
    }

    #[track_caller]
    pub fn is_locked_exclusive(&self) -> bool {
        self.within(Location::caller(), R::is_locked_exclusive)
    }

    /// # Safety
    ///
    /// The lock is held by a reader, and `guard` is its own.
    #[track_caller]
    pub unsafe fn force_unlock_read(&self, guard: R::SharedGuard) {
        // SAFETY: the caller sees to it.
        self.within(Location::caller(), |raw| unsafe { raw.unlock_shared(guard) });
    }

    /// # Safety
    ///
    /// The lock is held by a writer, and `guard` is its own.
    #[track_caller]
    pub unsafe fn force_unlock_write(&self, guard: R::ExclusiveGuard) {
        // SAFETY: the caller sees to it.
        self.within(Location::caller(), |raw| unsafe { raw.unlock_exclusive(guard) });
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
}

impl<R: RawRwLockFair, T: ?Sized> RwLock<R, T> {
    /// # Safety
    ///
    /// As for [`force_unlock_read`](Self::force_unlock_read).
    #[track_caller]
    pub unsafe fn force_unlock_read_fair(&self, guard: R::SharedGuard) {
        // SAFETY: the caller sees to it.
        self.within(Location::caller(), |raw| unsafe { raw.unlock_shared_fair(guard) });
    }

    /// # Safety
    ///
    /// As for [`force_unlock_write`](Self::force_unlock_write).
    #[track_caller]
    pub unsafe fn force_unlock_write_fair(&self, guard: R::ExclusiveGuard) {
        // SAFETY: the caller sees to it.
        self.within(Location::caller(), |raw| unsafe { raw.unlock_exclusive_fair(guard) });
    }
}

impl<R: RawRwLockTimed, T: ?Sized> RwLock<R, T> {
    ways_in! { timed:
        Duration, try_read_for: RwLockReadGuard, try_lock_shared_for;
        Instant, try_read_until: RwLockReadGuard, try_lock_shared_until;
        Duration, try_write_for: RwLockWriteGuard, try_lock_exclusive_for;
        Instant, try_write_until: RwLockWriteGuard, try_lock_exclusive_until;
    }
}

impl<R: RawRwLockUpgrade, T: ?Sized> RwLock<R, T> {
    ways_in! {
        make_upgradable_guard_unchecked, upgradable_read, try_upgradable_read:
            RwLockUpgradableReadGuard of UpgradableGuard, lock_upgradable, try_lock_upgradable;
    }
}

impl<R: RawRwLockUpgradeTimed, T: ?Sized> RwLock<R, T> {
    ways_in! { timed:
        Duration, try_upgradable_read_for: RwLockUpgradableReadGuard, try_lock_upgradable_for;
        Instant, try_upgradable_read_until: RwLockUpgradableReadGuard, try_lock_upgradable_until;
    }
}

impl<R: RawRwLock, T: Default> Default for RwLock<R, T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<R: RawRwLock, T> From<T> for RwLock<R, T> {
    #[track_caller]
    fn from(t: T) -> Self {
        Self::new(t)
    }
}

/// Looks at the value without taking the lock, where that is a stand-in's, so
/// that printing changes nothing in the model.
impl<R: RawRwLock, T: ?Sized + fmt::Debug> fmt::Debug for RwLock<R, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let guard = if self.raw.peek().is_none() { self.try_read() } else { None };
        let held = self.raw.peek().unwrap_or(guard.is_none());
        let mut lock = f.debug_struct("RwLock");
        if held {
            lock.field("data", &format_args!("<locked>"));
        } else {
            // SAFETY: no writer is inside, and none comes meanwhile.
            lock.field("data", &unsafe { &*self.data.get() });
        }
        lock.finish()
    }
}
