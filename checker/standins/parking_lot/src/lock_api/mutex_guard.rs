//! Stand-in for `lock_api::{MutexGuard, ArcMutexGuard}`.

use super::data::{ExclusiveData, Finally, maps, show_guard};
use super::{MappedMutexGuard, Mutex, RawMutex, RawMutexFair};
use engine::Place;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::{Deref, DerefMut};
use std::panic::Location;
use std::sync::Arc;

#[clippy::has_significant_drop]
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, R: RawMutex, T: ?Sized> {
    pub(super) mutex: &'a Mutex<R, T>,
    marker: PhantomData<&'a mut T>,
    pub(super) guard: ManuallyDrop<R::Guard>,
    pub(super) place: Place,
}

#[clippy::has_significant_drop]
#[must_use = "if unused the Mutex will immediately unlock"]
pub struct ArcMutexGuard<R: RawMutex, T: ?Sized> {
    mutex: Arc<Mutex<R, T>>,
    marker: PhantomData<T>,
    guard: ManuallyDrop<R::Guard>,
    place: Place,
}

macro_rules! guard {
    ($guard:ident [$($life:lifetime)?], $mutex:ty) => {
        impl<$($life,)? R: RawMutex, T: ?Sized> $guard<$($life,)? R, T> {
            pub(super) fn new(mutex: $mutex, guard: R::Guard, place: Place) -> Self {
                Self { mutex, marker: PhantomData, guard: ManuallyDrop::new(guard), place }
            }

            #[track_caller]
            pub fn unlocked<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                // SAFETY: another is put in its place before the function ends.
                Self::in_between(s, Location::caller(), f, |raw, old| unsafe { raw.unlock(old) })
            }

            fn in_between<U>(
                s: &mut Self,
                place: Place,
                f: impl FnOnce() -> U,
                unlock: impl FnOnce(&R, R::Guard),
            ) -> U {
                // SAFETY: another is put in its place before the function ends.
                let old = unsafe { ManuallyDrop::take(&mut s.guard) };
                let (mutex, guard) = (&*s.mutex, &mut s.guard);
                let again = || *guard = ManuallyDrop::new(mutex.within(place, R::lock));
                let _again = Finally(again);
                mutex.within(place, |raw| unlock(raw, old));
                f()
            }
        }

        impl<$($life,)? R: RawMutexFair, T: ?Sized> $guard<$($life,)? R, T> {
            #[track_caller]
            pub fn unlocked_fair<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                // SAFETY: as for `unlocked`.
                let unlock = |raw: &R, old| unsafe { raw.unlock_fair(old) };
                Self::in_between(s, Location::caller(), f, unlock)
            }

            #[track_caller]
            pub fn bump(s: &mut Self) {
                let (mutex, guard) = (&*s.mutex, &mut s.guard);
                // SAFETY: the guard is proof that the lock is held.
                mutex.within(Location::caller(), |raw| unsafe { raw.bump(guard) });
            }
        }

        impl<$($life,)? R: RawMutex, T: ?Sized> Deref for $guard<$($life,)? R, T> {
            type Target = T;

            fn deref(&self) -> &T {
                // SAFETY: the guard is proof that the lock is held.
                unsafe { &*self.mutex.data.get() }
            }
        }

        impl<$($life,)? R: RawMutex, T: ?Sized> DerefMut for $guard<$($life,)? R, T> {
            fn deref_mut(&mut self) -> &mut T {
                // SAFETY: as for `deref`, and the guard is borrowed exclusively.
                unsafe { &mut *self.mutex.data.get() }
            }
        }

        impl<$($life,)? R: RawMutex, T: ?Sized> Drop for $guard<$($life,)? R, T> {
            fn drop(&mut self) {
                // SAFETY: the guard is not used again.
                let guard = unsafe { ManuallyDrop::take(&mut self.guard) };
                // SAFETY: it is proof that the lock is held.
                self.mutex.within(self.place, |raw| unsafe { raw.unlock(guard) });
            }
        }
    };
}
guard!(MutexGuard['a], &'a Mutex<R, T>);
guard!(ArcMutexGuard[], Arc<Mutex<R, T>>);
maps!(MutexGuard<'a, R: RawMutex> => MappedMutexGuard, ExclusiveData, &mut);
show_guard!(MutexGuard<'a, R: RawMutex>);

impl<'a, R: RawMutex, T: ?Sized> MutexGuard<'a, R, T> {
    pub fn mutex(s: &Self) -> &'a Mutex<R, T> {
        s.mutex
    }

    fn mapped<U: ?Sized, E>(
        s: Self,
        f: impl FnOnce(&mut T) -> Result<ExclusiveData<U>, E>,
    ) -> Result<MappedMutexGuard<'a, R, U>, (Self, E)> {
        // SAFETY: the guard is proof that the lock is held.
        match f(unsafe { &mut *s.mutex.data.get() }) {
            Ok(data) => {
                let mut s = ManuallyDrop::new(s);
                // SAFETY: the guard goes over, and is not dropped here.
                let guard = unsafe { ManuallyDrop::take(&mut s.guard) };
                Ok(MappedMutexGuard::new(&s.mutex.raw, data, guard, s.place))
            }
            Err(error) => Err((s, error)),
        }
    }

    /// The lock is never given back.
    pub fn leak(s: Self) -> &'a mut T {
        let s = ManuallyDrop::new(s);
        // SAFETY: the guard was proof that the lock is held, and always will be.
        unsafe { &mut *s.mutex.data.get() }
    }
}

impl<R: RawMutexFair, T: ?Sized> MutexGuard<'_, R, T> {
    #[track_caller]
    pub fn unlock_fair(s: Self) {
        let mut s = ManuallyDrop::new(s);
        // SAFETY: the guard is not used again.
        let guard = unsafe { ManuallyDrop::take(&mut s.guard) };
        // SAFETY: it is proof that the lock is held.
        s.mutex.within(Location::caller(), |raw| unsafe { raw.unlock_fair(guard) });
    }
}

impl<R: RawMutex, T: ?Sized> ArcMutexGuard<R, T> {
    pub fn mutex(s: &Self) -> &Arc<Mutex<R, T>> {
        &s.mutex
    }

    /// Unlocks and keeps the `Arc`.
    #[track_caller]
    pub fn into_arc(s: Self) -> Arc<Mutex<R, T>> {
        // SAFETY: the guard is proof that the lock is held.
        Self::end(s, Location::caller(), |raw, guard| unsafe { raw.unlock(guard) })
    }

    fn end(s: Self, place: Place, unlock: impl FnOnce(&R, R::Guard)) -> Arc<Mutex<R, T>> {
        let mut s = ManuallyDrop::new(s);
        // SAFETY: neither the guard nor the `Arc` is used again.
        let (guard, mutex) =
            unsafe { (ManuallyDrop::take(&mut s.guard), std::ptr::read(&raw const s.mutex)) };
        mutex.within(place, |raw| unlock(raw, guard));
        mutex
    }
}

impl<R: RawMutexFair, T: ?Sized> ArcMutexGuard<R, T> {
    #[track_caller]
    pub fn unlock_fair(s: Self) {
        drop(Self::into_arc_fair(s));
    }

    /// Unlocks and keeps the `Arc`.
    #[track_caller]
    pub fn into_arc_fair(s: Self) -> Arc<Mutex<R, T>> {
        // SAFETY: the guard is proof that the lock is held.
        Self::end(s, Location::caller(), |raw, guard| unsafe { raw.unlock_fair(guard) })
    }
}
