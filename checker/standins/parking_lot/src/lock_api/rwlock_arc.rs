//! Stand-in for the methods of `lock_api::RwLock` whose guards own an `Arc`.

use super::{
    ArcRwLockReadGuard, ArcRwLockUpgradableReadGuard, ArcRwLockWriteGuard, RawRwLock,
    RawRwLockTimed, RawRwLockUpgrade, RawRwLockUpgradeTimed, RwLock,
};
use std::panic::Location;
use std::sync::Arc;

/// The ways in, as those of `RwLock` itself.
macro_rules! ways_in {
    ($($make:ident, $lock:ident, $try:ident: $guard:ident of $raw_guard:ident,
        $raw_lock:ident, $raw_try:ident;)*) => {$(
        /// # Safety
        ///
        /// The lock is held, `guard` is its own, and no other guard has it.
        #[track_caller]
        pub unsafe fn $make(self: &Arc<Self>, guard: R::$raw_guard) -> $guard<R, T> {
            $guard::new(Arc::clone(self), guard, Location::caller())
        }

        #[track_caller]
        pub fn $lock(self: &Arc<Self>) -> $guard<R, T> {
            let place = Location::caller();
            $guard::new(Arc::clone(self), self.within(place, R::$raw_lock), place)
        }

        #[track_caller]
        pub fn $try(self: &Arc<Self>) -> Option<$guard<R, T>> {
            let place = Location::caller();
            let guard = self.within(place, R::$raw_try);
            guard.map(|guard| $guard::new(Arc::clone(self), guard, place))
        }
    )*};
    (timed: $($time:ident, $within:ident: $guard:ident, $raw_within:ident;)*) => {$(
        #[track_caller]
        pub fn $within(self: &Arc<Self>, timeout: R::$time) -> Option<$guard<R, T>> {
            let place = Location::caller();
            let guard = self.within(place, |raw| raw.$raw_within(timeout));
            guard.map(|guard| $guard::new(Arc::clone(self), guard, place))
        }
    )*};
}

impl<R: RawRwLock, T: ?Sized> RwLock<R, T> {
    ways_in! {
        make_arc_read_guard_unchecked, read_arc, try_read_arc:
            ArcRwLockReadGuard of SharedGuard, lock_shared, try_lock_shared;
        make_arc_write_guard_unchecked, write_arc, try_write_arc:
            ArcRwLockWriteGuard of ExclusiveGuard, lock_exclusive, try_lock_exclusive;
    }
}

impl<R: RawRwLockTimed, T: ?Sized> RwLock<R, T> {
    ways_in! { timed:
        Duration, try_read_arc_for: ArcRwLockReadGuard, try_lock_shared_for;
        Instant, try_read_arc_until: ArcRwLockReadGuard, try_lock_shared_until;
        Duration, try_write_arc_for: ArcRwLockWriteGuard, try_lock_exclusive_for;
        Instant, try_write_arc_until: ArcRwLockWriteGuard, try_lock_exclusive_until;
    }
}

impl<R: RawRwLockUpgrade, T: ?Sized> RwLock<R, T> {
    ways_in! {
        make_upgradable_arc_guard_unchecked, upgradable_read_arc, try_upgradable_read_arc:
            ArcRwLockUpgradableReadGuard of UpgradableGuard, lock_upgradable, try_lock_upgradable;
    }
}

impl<R: RawRwLockUpgradeTimed, T: ?Sized> RwLock<R, T> {
    ways_in! { timed:
        Duration, try_upgradable_read_arc_for:
            ArcRwLockUpgradableReadGuard, try_lock_upgradable_for;
        Instant, try_upgradable_read_arc_until:
            ArcRwLockUpgradableReadGuard, try_lock_upgradable_until;
    }
}
