//! Stand-in for how one guard of `lock_api::RwLock` becomes another.

use super::data::Finally;
use super::{
    ArcRwLockReadGuard, ArcRwLockUpgradableReadGuard, ArcRwLockWriteGuard, RawRwLockDowngrade,
    RawRwLockUpgrade, RawRwLockUpgradeDowngrade, RawRwLockUpgradeTimed, RwLockReadGuard,
    RwLockUpgradableReadGuard, RwLockWriteGuard,
};
use engine::Place;
use std::mem::ManuallyDrop;
use std::panic::Location;

type Upgraded<R> =
    Result<<R as super::RawRwLock>::ExclusiveGuard, <R as RawRwLockUpgrade>::UpgradableGuard>;

macro_rules! conversions {
    ([$($life:lifetime)?] $read:ident, $upgradable:ident, $write:ident) => {
        impl<$($life,)? R: RawRwLockDowngrade, T: ?Sized> $write<$($life,)? R, T> {
            #[track_caller]
            pub fn downgrade(s: Self) -> $read<$($life,)? R, T> {
                let place = Location::caller();
                let (rwlock, guard) = Self::taken_apart(s);
                // SAFETY: the guard is proof that the lock is held.
                let guard = rwlock.within(place, |raw| unsafe { raw.downgrade(guard) });
                $read::new(rwlock, guard, place)
            }
        }

        impl<$($life,)? R: RawRwLockUpgradeDowngrade, T: ?Sized> $write<$($life,)? R, T> {
            #[track_caller]
            pub fn downgrade_to_upgradable(s: Self) -> $upgradable<$($life,)? R, T> {
                let place = Location::caller();
                let (rwlock, guard) = Self::taken_apart(s);
                // SAFETY: the guard is proof that the lock is held.
                let guard =
                    rwlock.within(place, |raw| unsafe { raw.downgrade_to_upgradable(guard) });
                $upgradable::new(rwlock, guard, place)
            }
        }

        impl<$($life,)? R: RawRwLockUpgrade, T: ?Sized> $upgradable<$($life,)? R, T> {
            #[track_caller]
            pub fn upgrade(s: Self) -> $write<$($life,)? R, T> {
                let place = Location::caller();
                let (rwlock, guard) = Self::taken_apart(s);
                // SAFETY: the guard is proof that the lock is held.
                let guard = rwlock.within(place, |raw| unsafe { raw.upgrade(guard) });
                $write::new(rwlock, guard, place)
            }

            /// # Errors
            ///
            /// The guard, where there are other readers.
            #[track_caller]
            pub fn try_upgrade(s: Self) -> Result<$write<$($life,)? R, T>, Self> {
                // SAFETY: the guard is proof that the lock is held.
                Self::upgraded(s, Location::caller(), |raw, guard| unsafe { raw.try_upgrade(guard) })
            }

            fn upgraded(
                s: Self,
                place: Place,
                upgrade: impl FnOnce(&R, R::UpgradableGuard) -> Upgraded<R>,
            ) -> Result<$write<$($life,)? R, T>, Self> {
                let before = s.place;
                let (rwlock, guard) = Self::taken_apart(s);
                match rwlock.within(place, |raw| upgrade(raw, guard)) {
                    Ok(guard) => Ok($write::new(rwlock, guard, place)),
                    Err(guard) => Err($upgradable::new(rwlock, guard, before)),
                }
            }
        }

        impl<$($life,)? R: RawRwLockUpgradeTimed, T: ?Sized> $upgradable<$($life,)? R, T> {
            /// # Errors
            ///
            /// The guard, where other readers stay too long.
            #[track_caller]
            pub fn try_upgrade_for(
                s: Self,
                timeout: R::Duration,
            ) -> Result<$write<$($life,)? R, T>, Self> {
                // SAFETY: the guard is proof that the lock is held.
                let upgrade = |raw: &R, guard| unsafe { raw.try_upgrade_for(guard, timeout) };
                Self::upgraded(s, Location::caller(), upgrade)
            }

            /// # Errors
            ///
            /// The guard, where other readers stay too long.
            #[track_caller]
            pub fn try_upgrade_until(
                s: Self,
                timeout: R::Instant,
            ) -> Result<$write<$($life,)? R, T>, Self> {
                // SAFETY: the guard is proof that the lock is held.
                let upgrade = |raw: &R, guard| unsafe { raw.try_upgrade_until(guard, timeout) };
                Self::upgraded(s, Location::caller(), upgrade)
            }
        }

        impl<$($life,)? R: RawRwLockUpgradeDowngrade, T: ?Sized> $upgradable<$($life,)? R, T> {
            #[track_caller]
            pub fn downgrade(s: Self) -> $read<$($life,)? R, T> {
                let place = Location::caller();
                let (rwlock, guard) = Self::taken_apart(s);
                // SAFETY: the guard is proof that the lock is held.
                let guard = rwlock.within(place, |raw| unsafe { raw.downgrade_upgradable(guard) });
                $read::new(rwlock, guard, place)
            }

            #[track_caller]
            pub fn with_upgraded<Ret, F: FnOnce(&mut T) -> Ret>(&mut self, f: F) -> Ret {
                // SAFETY: the guard is proof that the lock is held.
                let upgrade = |raw: &R, guard| Ok(unsafe { raw.upgrade(guard) });
                self.meanwhile(Location::caller(), upgrade, f).expect("it is never refused")
            }

            #[track_caller]
            pub fn try_with_upgraded<Ret, F: FnOnce(&mut T) -> Ret>(&mut self, f: F) -> Option<Ret> {
                // SAFETY: the guard is proof that the lock is held.
                let upgrade = |raw: &R, guard| unsafe { raw.try_upgrade(guard) };
                self.meanwhile(Location::caller(), upgrade, f)
            }

            fn meanwhile<Ret>(
                &mut self,
                place: Place,
                upgrade: impl FnOnce(&R, R::UpgradableGuard) -> Upgraded<R>,
                f: impl FnOnce(&mut T) -> Ret,
            ) -> Option<Ret> {
                // SAFETY: another is put in its place before the function ends.
                let old = unsafe { ManuallyDrop::take(&mut self.guard) };
                let (rwlock, guard) = (&*self.rwlock, &mut self.guard);
                match rwlock.within(place, |raw| upgrade(raw, old)) {
                    Ok(own) => {
                        let mut own = Some(own);
                        let _back = Finally(|| {
                            let Some(own) = own.take() else { return };
                            // SAFETY: it is proof that the lock is held.
                            let down = |raw: &R| unsafe { raw.downgrade_to_upgradable(own) };
                            *guard = ManuallyDrop::new(rwlock.within(place, down));
                        });
                        // SAFETY: this thread alone is inside until `_back` is dropped.
                        Some(f(unsafe { &mut *rwlock.data.get() }))
                    }
                    Err(old) => {
                        *guard = ManuallyDrop::new(old);
                        None
                    }
                }
            }
        }

        impl<$($life,)? R: RawRwLockUpgradeTimed + RawRwLockUpgradeDowngrade, T: ?Sized>
            $upgradable<$($life,)? R, T>
        {
            #[track_caller]
            pub fn try_with_upgraded_for<Ret, F: FnOnce(&mut T) -> Ret>(
                &mut self,
                timeout: R::Duration,
                f: F,
            ) -> Option<Ret> {
                // SAFETY: the guard is proof that the lock is held.
                let upgrade = |raw: &R, guard| unsafe { raw.try_upgrade_for(guard, timeout) };
                self.meanwhile(Location::caller(), upgrade, f)
            }

            #[track_caller]
            pub fn try_with_upgraded_until<Ret, F: FnOnce(&mut T) -> Ret>(
                &mut self,
                timeout: R::Instant,
                f: F,
            ) -> Option<Ret> {
                // SAFETY: the guard is proof that the lock is held.
                let upgrade = |raw: &R, guard| unsafe { raw.try_upgrade_until(guard, timeout) };
                self.meanwhile(Location::caller(), upgrade, f)
            }
        }
    };
}
conversions!(['a] RwLockReadGuard, RwLockUpgradableReadGuard, RwLockWriteGuard);
conversions!([] ArcRwLockReadGuard, ArcRwLockUpgradableReadGuard, ArcRwLockWriteGuard);
