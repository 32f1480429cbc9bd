//! Stand-in for `lock_api::{MappedRwLockReadGuard, MappedRwLockWriteGuard}`.

use super::data::{ExclusiveData, SharedData, maps, show_guard};
use super::{Around, RawRwLock, RawRwLockFair};
use engine::{Place, Value};
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::panic::Location;

macro_rules! mapped {
    ($mapped:ident: $data:ident, & $($mut:ident)?, $raw_guard:ident, $unlock:ident, $unlock_fair:ident) => {
        #[clippy::has_significant_drop]
        #[must_use = "if unused the RwLock will immediately unlock"]
        pub struct $mapped<'a, R: RawRwLock, T: ?Sized + 'a> {
            raw: &'a R,
            data: $data<T>,
            guard: ManuallyDrop<R::$raw_guard>,
            place: Place,
        }

        impl<'a, R: RawRwLock, T: ?Sized + 'a> $mapped<'a, R, T> {
            pub(super) fn new(
                raw: &'a R,
                data: $data<T>,
                guard: R::$raw_guard,
                place: Place,
            ) -> Self {
                Self { raw, data, guard: ManuallyDrop::new(guard), place }
            }

            fn mapped<U: ?Sized, E>(
                s: Self,
                f: impl FnOnce(& $($mut)? T) -> Result<$data<U>, E>,
            ) -> Result<$mapped<'a, R, U>, (Self, E)> {
                // SAFETY: the guard is proof of access.
                match f(unsafe { s.data.get() }) {
                    Ok(data) => {
                        let mut s = ManuallyDrop::new(s);
                        // SAFETY: the guard goes over, and is not dropped here.
                        let guard = unsafe { ManuallyDrop::take(&mut s.guard) };
                        Ok($mapped::new(s.raw, data, guard, s.place))
                    }
                    Err(error) => Err((s, error)),
                }
            }

            fn end(&mut self, place: Place, unlock: impl FnOnce(&R, R::$raw_guard)) {
                // SAFETY: the guard is not used again.
                let guard = unsafe { ManuallyDrop::take(&mut self.guard) };
                // SAFETY: the lock is held until `unlock` is done.
                let value = || Value::of(unsafe { self.data.get() });
                // SAFETY: both are there until `unlock` returns, which takes it over.
                self.raw.within(Some(unsafe { Around::new(None, place, place, self.raw, &value) }));
                unlock(self.raw, guard);
            }
        }

        impl<'a, R: RawRwLockFair, T: ?Sized + 'a> $mapped<'a, R, T> {
            #[track_caller]
            pub fn unlock_fair(s: Self) {
                // SAFETY: the guard is proof that the lock is held.
                let unlock = |raw: &R, guard| unsafe { raw.$unlock_fair(guard) };
                ManuallyDrop::new(s).end(Location::caller(), unlock);
            }
        }

        impl<'a, R: RawRwLock, T: ?Sized + 'a> Drop for $mapped<'a, R, T> {
            fn drop(&mut self) {
                // SAFETY: the guard is proof that the lock is held.
                self.end(self.place, |raw, guard| unsafe { raw.$unlock(guard) });
            }
        }

        impl<'a, R: RawRwLock, T: ?Sized + 'a> Deref for $mapped<'a, R, T> {
            type Target = T;

            fn deref(&self) -> &T {
                // SAFETY: the guard is proof that no other thread writes.
                unsafe { self.data.get() }
            }
        }

        maps!($mapped<'a, R: RawRwLock> => $mapped, $data, & $($mut)?);
        show_guard!($mapped<'a, R: RawRwLock>);
    };
}
mapped!(MappedRwLockReadGuard: SharedData, &, SharedGuard, unlock_shared, unlock_shared_fair);
mapped!(MappedRwLockWriteGuard: ExclusiveData, &mut, ExclusiveGuard, unlock_exclusive, unlock_exclusive_fair);

impl<'a, R: RawRwLock, T: ?Sized + 'a> DerefMut for MappedRwLockWriteGuard<'a, R, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as for `deref`, and the guard is borrowed exclusively.
        unsafe { self.data.get() }
    }
}
