//! Stand-in for the guards of `lock_api::RwLock`, borrowing it or owning an
//! `Arc` of it. How one becomes another is in `rwlock_upgrade`.

use super::data::{ExclusiveData, Finally, SharedData, maps, show_guard};
use super::{
    MappedRwLockReadGuard, MappedRwLockWriteGuard, RawRwLock, RawRwLockFair, RawRwLockUpgrade,
    RawRwLockUpgradeFair, RwLock,
};
use engine::Place;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::panic::Location;
use std::sync::Arc;

macro_rules! guard {
    ($guard:ident [$($life:lifetime)?]: $held:ty, $marker:ty, $raw_guard:ident of $raw:ident, $fair:ident,
        $lock:ident, $unlock:ident, $unlock_fair:ident, $bump:ident) => {
        #[clippy::has_significant_drop]
        #[must_use = "if unused the RwLock will immediately unlock"]
        pub struct $guard<$($life,)? R: $raw, T: ?Sized> {
            pub(super) rwlock: $held,
            marker: PhantomData<$marker>,
            pub(super) guard: ManuallyDrop<R::$raw_guard>,
            pub(super) place: Place,
        }

        impl<$($life,)? R: $raw, T: ?Sized> $guard<$($life,)? R, T> {
            pub(super) fn new(rwlock: $held, guard: R::$raw_guard, place: Place) -> Self {
                Self { rwlock, marker: PhantomData, guard: ManuallyDrop::new(guard), place }
            }

            /// The lock and the raw guard, of which one is left to see to.
            pub(super) fn taken_apart(s: Self) -> ($held, R::$raw_guard) {
                let mut s = ManuallyDrop::new(s);
                // SAFETY: neither is used again from here.
                unsafe { (std::ptr::read(&raw const s.rwlock), ManuallyDrop::take(&mut s.guard)) }
            }

            #[track_caller]
            pub fn unlocked<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                // SAFETY: another is put in its place before the function ends.
                Self::in_between(s, Location::caller(), f, |raw, old| unsafe { raw.$unlock(old) })
            }

            fn in_between<U>(
                s: &mut Self,
                place: Place,
                f: impl FnOnce() -> U,
                unlock: impl FnOnce(&R, R::$raw_guard),
            ) -> U {
                // SAFETY: another is put in its place before the function ends.
                let old = unsafe { ManuallyDrop::take(&mut s.guard) };
                let (rwlock, guard) = (&*s.rwlock, &mut s.guard);
                let again = || *guard = ManuallyDrop::new(rwlock.within(place, R::$lock));
                let _again = Finally(again);
                rwlock.within(place, |raw| unlock(raw, old));
                f()
            }

            fn end(s: Self, place: Place, unlock: impl FnOnce(&R, R::$raw_guard)) -> $held {
                let (rwlock, guard) = Self::taken_apart(s);
                rwlock.within(place, |raw| unlock(raw, guard));
                rwlock
            }
        }

        impl<$($life,)? R: $fair, T: ?Sized> $guard<$($life,)? R, T> {
            #[track_caller]
            pub fn unlock_fair(s: Self) {
                // SAFETY: the guard is proof that the lock is held.
                Self::end(s, Location::caller(), |raw, guard| unsafe { raw.$unlock_fair(guard) });
            }

            #[track_caller]
            pub fn unlocked_fair<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                // SAFETY: as for `unlocked`.
                let unlock = |raw: &R, old| unsafe { raw.$unlock_fair(old) };
                Self::in_between(s, Location::caller(), f, unlock)
            }

            #[track_caller]
            pub fn bump(s: &mut Self) {
                let (rwlock, guard) = (&*s.rwlock, &mut s.guard);
                // SAFETY: the guard is proof that the lock is held.
                rwlock.within(Location::caller(), |raw| unsafe { raw.$bump(guard) });
            }
        }

        impl<$($life,)? R: $raw, T: ?Sized> Deref for $guard<$($life,)? R, T> {
            type Target = T;

            fn deref(&self) -> &T {
                // SAFETY: the guard is proof that no other thread writes.
                unsafe { &*self.rwlock.data.get() }
            }
        }

        impl<$($life,)? R: $raw, T: ?Sized> Drop for $guard<$($life,)? R, T> {
            fn drop(&mut self) {
                // SAFETY: the guard is not used again.
                let guard = unsafe { ManuallyDrop::take(&mut self.guard) };
                // SAFETY: it is proof that the lock is held.
                self.rwlock.within(self.place, |raw| unsafe { raw.$unlock(guard) });
            }
        }

        show_guard!($guard<$($life,)? R: $raw>);
    };
    (borrowed $guard:ident: $raw:ident) => {
        impl<'a, R: $raw, T: ?Sized> $guard<'a, R, T> {
            pub fn rwlock(s: &Self) -> &'a RwLock<R, T> {
                s.rwlock
            }
        }
    };
    (arc $guard:ident: $raw:ident, $fair:ident, $unlock:ident, $unlock_fair:ident) => {
        impl<R: $raw, T: ?Sized> $guard<R, T> {
            pub fn rwlock(s: &Self) -> &Arc<RwLock<R, T>> {
                &s.rwlock
            }

            /// Unlocks and keeps the `Arc`.
            #[track_caller]
            pub fn into_arc(s: Self) -> Arc<RwLock<R, T>> {
                // SAFETY: the guard is proof that the lock is held.
                Self::end(s, Location::caller(), |raw, guard| unsafe { raw.$unlock(guard) })
            }
        }

        impl<R: $fair, T: ?Sized> $guard<R, T> {
            /// Unlocks and keeps the `Arc`.
            #[track_caller]
            pub fn into_arc_fair(s: Self) -> Arc<RwLock<R, T>> {
                // SAFETY: the guard is proof that the lock is held.
                Self::end(s, Location::caller(), |raw, guard| unsafe { raw.$unlock_fair(guard) })
            }
        }
    };
    (mutable $guard:ident [$($life:lifetime)?]) => {
        impl<$($life,)? R: RawRwLock, T: ?Sized> DerefMut for $guard<$($life,)? R, T> {
            fn deref_mut(&mut self) -> &mut T {
                // SAFETY: as for `deref`, and the guard is borrowed exclusively.
                unsafe { &mut *self.rwlock.data.get() }
            }
        }
    };
    (mapped $guard:ident => $mapped:ident, $data:ident, & $($mut:ident)?) => {
        impl<'a, R: RawRwLock, T: ?Sized> $guard<'a, R, T> {
            fn mapped<U: ?Sized, E>(
                s: Self,
                f: impl FnOnce(& $($mut)? T) -> Result<$data<U>, E>,
            ) -> Result<$mapped<'a, R, U>, (Self, E)> {
                // SAFETY: the guard is proof of access.
                match f(unsafe { & $($mut)? *s.rwlock.data.get() }) {
                    Ok(data) => {
                        let place = s.place;
                        let (rwlock, guard) = Self::taken_apart(s);
                        Ok($mapped::new(&rwlock.raw, data, guard, place))
                    }
                    Err(error) => Err((s, error)),
                }
            }
        }
    };
}

guard!(RwLockReadGuard['a]: &'a RwLock<R, T>, &'a T, SharedGuard of RawRwLock, RawRwLockFair,
    lock_shared, unlock_shared, unlock_shared_fair, bump_shared);
guard!(ArcRwLockReadGuard[]: Arc<RwLock<R, T>>, (), SharedGuard of RawRwLock, RawRwLockFair,
    lock_shared, unlock_shared, unlock_shared_fair, bump_shared);
guard!(RwLockWriteGuard['a]: &'a RwLock<R, T>, &'a mut T, ExclusiveGuard of RawRwLock, RawRwLockFair,
    lock_exclusive, unlock_exclusive, unlock_exclusive_fair, bump_exclusive);
guard!(ArcRwLockWriteGuard[]: Arc<RwLock<R, T>>, (), ExclusiveGuard of RawRwLock, RawRwLockFair,
    lock_exclusive, unlock_exclusive, unlock_exclusive_fair, bump_exclusive);
guard!(RwLockUpgradableReadGuard['a]: &'a RwLock<R, T>, &'a T,
    UpgradableGuard of RawRwLockUpgrade, RawRwLockUpgradeFair,
    lock_upgradable, unlock_upgradable, unlock_upgradable_fair, bump_upgradable);
guard!(ArcRwLockUpgradableReadGuard[]: Arc<RwLock<R, T>>, (),
    UpgradableGuard of RawRwLockUpgrade, RawRwLockUpgradeFair,
    lock_upgradable, unlock_upgradable, unlock_upgradable_fair, bump_upgradable);

guard!(borrowed RwLockReadGuard: RawRwLock);
guard!(borrowed RwLockWriteGuard: RawRwLock);
guard!(borrowed RwLockUpgradableReadGuard: RawRwLockUpgrade);
guard!(arc ArcRwLockReadGuard: RawRwLock, RawRwLockFair, unlock_shared, unlock_shared_fair);
guard!(arc ArcRwLockWriteGuard: RawRwLock, RawRwLockFair, unlock_exclusive, unlock_exclusive_fair);
guard!(arc ArcRwLockUpgradableReadGuard: RawRwLockUpgrade, RawRwLockUpgradeFair,
    unlock_upgradable, unlock_upgradable_fair);
guard!(mutable RwLockWriteGuard['a]);
guard!(mutable ArcRwLockWriteGuard[]);
maps!(RwLockReadGuard<'a, R: RawRwLock> => MappedRwLockReadGuard, SharedData, &);
maps!(RwLockWriteGuard<'a, R: RawRwLock> => MappedRwLockWriteGuard, ExclusiveData, &mut);
guard!(mapped RwLockReadGuard => MappedRwLockReadGuard, SharedData, &);
guard!(mapped RwLockWriteGuard => MappedRwLockWriteGuard, ExclusiveData, &mut);
