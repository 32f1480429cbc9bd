//! Stand-in for `lock_api::{MappedRwLockReadGuard, MappedRwLockWriteGuard}`.

use super::data::{ExclusiveData, SharedData, show_guard};
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

            pub fn map<U: ?Sized, F>(s: Self, f: F) -> $mapped<'a, R, U>
            where
                F: FnOnce(& $($mut)? T) -> & $($mut)? U,
            {
                let map = |data: & $($mut)? T| Ok::<_, ()>($data::new(f(data)));
                Self::mapped(s, map).unwrap_or_else(|_| unreachable!("it is never refused"))
            }

            /// # Errors
            ///
            /// The guard, where `f` returns `None`.
            pub fn try_map<U: ?Sized, F>(s: Self, f: F) -> Result<$mapped<'a, R, U>, Self>
            where
                F: FnOnce(& $($mut)? T) -> Option<& $($mut)? U>,
            {
                Self::mapped(s, |data| f(data).map($data::new).ok_or(())).map_err(|(s, ())| s)
            }

            /// # Errors
            ///
            /// The guard and the error that `f` returns.
            pub fn try_map_or_err<U: ?Sized, F, E>(
                s: Self,
                f: F,
            ) -> Result<$mapped<'a, R, U>, (Self, E)>
            where
                F: FnOnce(& $($mut)? T) -> Result<& $($mut)? U, E>,
            {
                Self::mapped(s, |data| f(data).map($data::new))
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
