//! Stand-in for `lock_api::MappedReentrantMutexGuard`.

use super::data::{SharedData, maps, show_guard};
use super::{Around, GetThreadId, GuardNoSend, RawMutex, RawMutexFair, RawReentrantMutex};
use engine::{Place, Value};
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::panic::Location;

#[clippy::has_significant_drop]
#[must_use = "if unused the ReentrantMutex will immediately unlock"]
pub struct MappedReentrantMutexGuard<'a, R: RawMutex, G: GetThreadId, T: ?Sized + 'a> {
    raw: &'a RawReentrantMutex<R, G>,
    data: SharedData<T>,
    marker: PhantomData<GuardNoSend>,
    place: Place,
}

impl<'a, R: RawMutex, G: GetThreadId, T: ?Sized + 'a> MappedReentrantMutexGuard<'a, R, G, T> {
    pub(super) fn new(raw: &'a RawReentrantMutex<R, G>, data: SharedData<T>, place: Place) -> Self {
        Self { raw, data, marker: PhantomData, place }
    }

    fn mapped<U: ?Sized, E>(
        s: Self,
        f: impl FnOnce(&T) -> Result<SharedData<U>, E>,
    ) -> Result<MappedReentrantMutexGuard<'a, R, G, U>, (Self, E)> {
        // SAFETY: the guard is proof that the lock is held.
        match f(unsafe { s.data.get() }) {
            Ok(data) => {
                let s = ManuallyDrop::new(s);
                Ok(MappedReentrantMutexGuard::new(s.raw, data, s.place))
            }
            Err(error) => Err((s, error)),
        }
    }

    fn end(&self, place: Place, unlock: impl FnOnce(&RawReentrantMutex<R, G>)) {
        // SAFETY: the lock is held until `unlock` is done.
        let value = || Value::of(unsafe { self.data.get() });
        let (kind, raw) = (Some("ReentrantMutex"), self.raw);
        // SAFETY: both are there until `unlock` returns, which takes it over.
        raw.mutex.within(Some(unsafe { Around::new(kind, place, place, raw, &value) }));
        unlock(raw);
        // A thread that stays in leaves it untaken.
        raw.mutex.within(None);
    }
}

impl<'a, R: RawMutexFair, G: GetThreadId, T: ?Sized + 'a> MappedReentrantMutexGuard<'a, R, G, T> {
    #[track_caller]
    pub fn unlock_fair(s: Self) {
        // SAFETY: the guard is proof that the lock is held.
        ManuallyDrop::new(s).end(Location::caller(), |raw| unsafe { raw.unlock_fair() });
    }
}

impl<'a, R: RawMutex, G: GetThreadId, T: ?Sized + 'a> Drop
    for MappedReentrantMutexGuard<'a, R, G, T>
{
    fn drop(&mut self) {
        // SAFETY: the guard is proof that the lock is held.
        self.end(self.place, |raw| unsafe { raw.unlock() });
    }
}

impl<'a, R: RawMutex, G: GetThreadId, T: ?Sized + 'a> Deref
    for MappedReentrantMutexGuard<'a, R, G, T>
{
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the guard is proof that the lock is held.
        unsafe { self.data.get() }
    }
}

maps!(MappedReentrantMutexGuard<'a, R: RawMutex, G: GetThreadId> => MappedReentrantMutexGuard,
    SharedData, &);
show_guard!(MappedReentrantMutexGuard<'a, R: RawMutex, G: GetThreadId>);
