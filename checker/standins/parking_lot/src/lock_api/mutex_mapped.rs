//! Stand-in for `lock_api::MappedMutexGuard`.

use super::data::{ExclusiveData, maps, show_guard};
use super::{Around, RawMutex, RawMutexFair};
use engine::{Place, Value};
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::panic::Location;

#[clippy::has_significant_drop]
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MappedMutexGuard<'a, R: RawMutex, T: ?Sized + 'a> {
    raw: &'a R,
    data: ExclusiveData<T>,
    guard: ManuallyDrop<R::Guard>,
    place: Place,
}

impl<'a, R: RawMutex, T: ?Sized + 'a> MappedMutexGuard<'a, R, T> {
    pub(super) fn new(raw: &'a R, data: ExclusiveData<T>, guard: R::Guard, place: Place) -> Self {
        Self { raw, data, guard: ManuallyDrop::new(guard), place }
    }

    fn mapped<U: ?Sized, E>(
        s: Self,
        f: impl FnOnce(&mut T) -> Result<ExclusiveData<U>, E>,
    ) -> Result<MappedMutexGuard<'a, R, U>, (Self, E)> {
        // SAFETY: the guard is proof that the lock is held.
        match f(unsafe { s.data.get() }) {
            Ok(data) => {
                let mut s = ManuallyDrop::new(s);
                // SAFETY: the guard goes over, and is not dropped here.
                let guard = unsafe { ManuallyDrop::take(&mut s.guard) };
                Ok(MappedMutexGuard::new(s.raw, data, guard, s.place))
            }
            Err(error) => Err((s, error)),
        }
    }

    fn end(&mut self, place: Place, unlock: impl FnOnce(&R, R::Guard)) {
        // SAFETY: the guard is not used again.
        let guard = unsafe { ManuallyDrop::take(&mut self.guard) };
        // SAFETY: the lock is held until `unlock` is done.
        let value = || Value::of(unsafe { self.data.get() });
        // SAFETY: both are there until `unlock` returns, which takes it over.
        self.raw.within(Some(unsafe { Around::new(None, place, place, self.raw, &value) }));
        unlock(self.raw, guard);
    }
}

impl<'a, R: RawMutexFair, T: ?Sized + 'a> MappedMutexGuard<'a, R, T> {
    #[track_caller]
    pub fn unlock_fair(s: Self) {
        // SAFETY: the guard is proof that the lock is held.
        let unlock = |raw: &R, guard| unsafe { raw.unlock_fair(guard) };
        ManuallyDrop::new(s).end(Location::caller(), unlock);
    }
}

impl<'a, R: RawMutex, T: ?Sized + 'a> Drop for MappedMutexGuard<'a, R, T> {
    fn drop(&mut self) {
        // SAFETY: the guard is proof that the lock is held.
        self.end(self.place, |raw, guard| unsafe { raw.unlock(guard) });
    }
}

impl<'a, R: RawMutex, T: ?Sized + 'a> Deref for MappedMutexGuard<'a, R, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the guard is proof that the lock is held.
        unsafe { self.data.get() }
    }
}

impl<'a, R: RawMutex, T: ?Sized + 'a> DerefMut for MappedMutexGuard<'a, R, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as for `deref`, and the guard is borrowed exclusively.
        unsafe { self.data.get() }
    }
}

maps!(MappedMutexGuard<'a, R: RawMutex> => MappedMutexGuard, ExclusiveData, &mut);
show_guard!(MappedMutexGuard<'a, R: RawMutex>);
