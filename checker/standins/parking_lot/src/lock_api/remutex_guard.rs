//! Stand-in for `lock_api::{ReentrantMutexGuard, ArcReentrantMutexGuard}`.

use super::data::{Finally, SharedData, maps, show_guard};
use super::{
    GetThreadId, GuardNoSend, MappedReentrantMutexGuard, RawMutex, RawMutexFair, RawReentrantMutex,
    ReentrantMutex,
};
use engine::Place;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::panic::Location;
use std::sync::Arc;

#[clippy::has_significant_drop]
#[must_use = "if unused the ReentrantMutex will immediately unlock"]
pub struct ReentrantMutexGuard<'a, R: RawMutex, G: GetThreadId, T: ?Sized> {
    remutex: &'a ReentrantMutex<R, G, T>,
    marker: PhantomData<(&'a T, GuardNoSend)>,
    place: Place,
}

#[clippy::has_significant_drop]
#[must_use = "if unused the ReentrantMutex will immediately unlock"]
pub struct ArcReentrantMutexGuard<R: RawMutex, G: GetThreadId, T: ?Sized> {
    remutex: Arc<ReentrantMutex<R, G, T>>,
    marker: PhantomData<(GuardNoSend, T)>,
    place: Place,
}

macro_rules! guard {
    ($guard:ident [$($life:lifetime)?], $held:ty) => {
        impl<$($life,)? R: RawMutex, G: GetThreadId, T: ?Sized> $guard<$($life,)? R, G, T> {
            pub(super) fn new(remutex: $held, place: Place) -> Self {
                Self { remutex, marker: PhantomData, place }
            }

            #[track_caller]
            pub fn unlocked<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                // SAFETY: the guard is proof that the lock is held.
                Self::in_between(s, Location::caller(), f, |raw| unsafe { raw.unlock() })
            }

            fn in_between<U>(
                s: &mut Self,
                place: Place,
                f: impl FnOnce() -> U,
                unlock: impl FnOnce(&RawReentrantMutex<R, G>),
            ) -> U {
                s.remutex.within(place, unlock);
                let _again = Finally(|| s.remutex.within(place, RawReentrantMutex::lock));
                f()
            }
        }

        impl<$($life,)? R: RawMutexFair, G: GetThreadId, T: ?Sized> $guard<$($life,)? R, G, T> {
            #[track_caller]
            pub fn unlock_fair(s: Self) {
                let s = ManuallyDrop::new(s);
                // SAFETY: it is not used again.
                let remutex = unsafe { std::ptr::read(&raw const s.remutex) };
                // SAFETY: the guard is proof that the lock is held.
                remutex.within(Location::caller(), |raw| unsafe { raw.unlock_fair() });
            }

            #[track_caller]
            pub fn unlocked_fair<F, U>(s: &mut Self, f: F) -> U
            where
                F: FnOnce() -> U,
            {
                // SAFETY: the guard is proof that the lock is held.
                Self::in_between(s, Location::caller(), f, |raw| unsafe { raw.unlock_fair() })
            }

            #[track_caller]
            pub fn bump(s: &mut Self) {
                // SAFETY: the guard is proof that the lock is held.
                s.remutex.within(Location::caller(), |raw| unsafe { raw.bump() });
            }
        }

        impl<$($life,)? R: RawMutex, G: GetThreadId, T: ?Sized> Deref for $guard<$($life,)? R, G, T> {
            type Target = T;

            fn deref(&self) -> &T {
                // SAFETY: the guard is proof that the lock is held.
                unsafe { &*self.remutex.data.get() }
            }
        }

        impl<$($life,)? R: RawMutex, G: GetThreadId, T: ?Sized> Drop for $guard<$($life,)? R, G, T> {
            fn drop(&mut self) {
                // SAFETY: the guard is proof that the lock is held.
                self.remutex.within(self.place, |raw| unsafe { raw.unlock() });
            }
        }
    };
}
guard!(ReentrantMutexGuard['a], &'a ReentrantMutex<R, G, T>);
guard!(ArcReentrantMutexGuard[], Arc<ReentrantMutex<R, G, T>>);

impl<'a, R: RawMutex, G: GetThreadId, T: ?Sized> ReentrantMutexGuard<'a, R, G, T> {
    pub fn remutex(s: &Self) -> &'a ReentrantMutex<R, G, T> {
        s.remutex
    }

    fn mapped<U: ?Sized, E>(
        s: Self,
        f: impl FnOnce(&T) -> Result<SharedData<U>, E>,
    ) -> Result<MappedReentrantMutexGuard<'a, R, G, U>, (Self, E)> {
        // SAFETY: the guard is proof that the lock is held.
        match f(unsafe { &*s.remutex.data.get() }) {
            Ok(data) => {
                let s = ManuallyDrop::new(s);
                Ok(MappedReentrantMutexGuard::new(&s.remutex.raw, data, s.place))
            }
            Err(error) => Err((s, error)),
        }
    }
}

impl<R: RawMutex, G: GetThreadId, T: ?Sized> ArcReentrantMutexGuard<R, G, T> {
    pub fn remutex(s: &Self) -> &Arc<ReentrantMutex<R, G, T>> {
        &s.remutex
    }

    /// Unlocks and keeps the `Arc`.
    #[track_caller]
    pub fn into_arc(s: Self) -> Arc<ReentrantMutex<R, G, T>> {
        // SAFETY: the guard is proof that the lock is held.
        Self::end(s, Location::caller(), |raw| unsafe { raw.unlock() })
    }

    fn end(
        s: Self,
        place: Place,
        unlock: impl FnOnce(&RawReentrantMutex<R, G>),
    ) -> Arc<ReentrantMutex<R, G, T>> {
        let s = ManuallyDrop::new(s);
        // SAFETY: it is not used again where it was.
        let remutex = unsafe { std::ptr::read(&raw const s.remutex) };
        remutex.within(place, unlock);
        remutex
    }
}

impl<R: RawMutexFair, G: GetThreadId, T: ?Sized> ArcReentrantMutexGuard<R, G, T> {
    /// Unlocks and keeps the `Arc`.
    #[track_caller]
    pub fn into_arc_fair(s: Self) -> Arc<ReentrantMutex<R, G, T>> {
        // SAFETY: the guard is proof that the lock is held.
        Self::end(s, Location::caller(), |raw| unsafe { raw.unlock_fair() })
    }
}

maps!(ReentrantMutexGuard<'a, R: RawMutex, G: GetThreadId> => MappedReentrantMutexGuard,
    SharedData, &);
show_guard!(ReentrantMutexGuard<'a, R: RawMutex, G: GetThreadId>);
