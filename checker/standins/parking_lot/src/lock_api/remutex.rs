//! Stand-in for `lock_api::ReentrantMutex`.

use super::{
    ArcReentrantMutexGuard, Around, GetThreadId, RawMutex, RawMutexFair, RawMutexTimed,
    RawReentrantMutex, ReentrantMutexGuard,
};
use engine::{Place, Value};
use std::cell::UnsafeCell;
use std::fmt;
use std::panic::Location;
use std::sync::Arc;

pub struct ReentrantMutex<R: RawMutex, G, T: ?Sized> {
    pub(super) raw: RawReentrantMutex<R, G>,
    created: Place,
    pub(super) data: UnsafeCell<T>,
}

// SAFETY: the raw lock lets one thread at a time at the data.
unsafe impl<R: RawMutex + Sync, G: GetThreadId + Sync, T: ?Sized + Send> Sync
    for ReentrantMutex<R, G, T>
{
}

impl<R: RawMutex, G: GetThreadId, T> ReentrantMutex<R, G, T> {
    #[track_caller]
    pub const fn new(val: T) -> Self {
        Self::from_raw(R::INIT, G::INIT, val)
    }

    pub fn into_inner(self) -> T {
        self.data.into_inner()
    }
}

impl<R: RawMutex, G, T> ReentrantMutex<R, G, T> {
    #[track_caller]
    pub const fn from_raw(raw_mutex: R, get_thread_id: G, val: T) -> Self {
        Self {
            raw: RawReentrantMutex::new(raw_mutex, get_thread_id),
            created: Location::caller(),
            data: UnsafeCell::new(val),
        }
    }

    pub fn into_inner_with_raw(self) -> (R, G, T) {
        (self.raw.mutex, self.raw.get_thread_id, self.data.into_inner())
    }
}

impl<R: RawMutex, G: GetThreadId, T: ?Sized> ReentrantMutex<R, G, T> {
    /// Does something to the raw lock, which knows for whom.
    pub(super) fn within<U>(
        &self,
        place: Place,
        act: impl FnOnce(&RawReentrantMutex<R, G>) -> U,
    ) -> U {
        // SAFETY: a raw lock calls this while it is held by who acts.
        let value = || Value::of(unsafe { &*self.data.get() });
        let kind = Some("ReentrantMutex");
        if self.raw.mutex.peek().is_none() {
            // The learner's own raw lock does not know what it is a part of.
            engine::keep_static(self);
        }
        // SAFETY: both are there until `act` returns, which takes it over.
        self.raw
            .mutex
            .within(Some(unsafe { Around::new(kind, self.created, place, self, &value) }));
        let result = act(&self.raw);
        // A thread that is in already leaves it untaken.
        self.raw.mutex.within(None);
        result
    }

    /// # Safety
    ///
    /// The thread holds the lock, once more often than it has guards of it.
    #[track_caller]
    pub unsafe fn make_guard_unchecked(&self) -> ReentrantMutexGuard<'_, R, G, T> {
        ReentrantMutexGuard::new(self, Location::caller())
    }

    #[track_caller]
    pub fn lock(&self) -> ReentrantMutexGuard<'_, R, G, T> {
        let place = Location::caller();
        self.within(place, RawReentrantMutex::lock);
        ReentrantMutexGuard::new(self, place)
    }

    #[track_caller]
    pub fn try_lock(&self) -> Option<ReentrantMutexGuard<'_, R, G, T>> {
        let place = Location::caller();
        let locked = self.within(place, RawReentrantMutex::try_lock);
        locked.then(|| ReentrantMutexGuard::new(self, place))
    }

    pub const fn get_mut(&mut self) -> &mut T {
        self.data.get_mut()
    }

    #[track_caller]
    pub fn is_locked(&self) -> bool {
        self.within(Location::caller(), RawReentrantMutex::is_locked)
    }

    pub fn is_owned_by_current_thread(&self) -> bool {
        self.raw.is_owned_by_current_thread()
    }

    /// # Safety
    ///
    /// The thread holds the lock.
    #[track_caller]
    pub unsafe fn force_unlock(&self) {
        // SAFETY: the caller sees to it.
        self.within(Location::caller(), |raw| unsafe { raw.unlock() });
    }

    /// # Safety
    ///
    /// Whoever unlocks it must have locked it.
    pub unsafe fn raw(&self) -> &R {
        &self.raw.mutex
    }

    pub const fn data_ptr(&self) -> *mut T {
        self.data.get()
    }

    /// # Safety
    ///
    /// As for [`make_guard_unchecked`](Self::make_guard_unchecked).
    #[track_caller]
    pub unsafe fn make_arc_guard_unchecked(self: &Arc<Self>) -> ArcReentrantMutexGuard<R, G, T> {
        ArcReentrantMutexGuard::new(Arc::clone(self), Location::caller())
    }

    #[track_caller]
    pub fn lock_arc(self: &Arc<Self>) -> ArcReentrantMutexGuard<R, G, T> {
        let place = Location::caller();
        self.within(place, RawReentrantMutex::lock);
        ArcReentrantMutexGuard::new(Arc::clone(self), place)
    }

    #[track_caller]
    pub fn try_lock_arc(self: &Arc<Self>) -> Option<ArcReentrantMutexGuard<R, G, T>> {
        let place = Location::caller();
        let locked = self.within(place, RawReentrantMutex::try_lock);
        locked.then(|| ArcReentrantMutexGuard::new(Arc::clone(self), place))
    }
}

impl<R: RawMutexFair, G: GetThreadId, T: ?Sized> ReentrantMutex<R, G, T> {
    /// # Safety
    ///
    /// The thread holds the lock.
    #[track_caller]
    pub unsafe fn force_unlock_fair(&self) {
        // SAFETY: the caller sees to it.
        self.within(Location::caller(), |raw| unsafe { raw.unlock_fair() });
    }
}

impl<R: RawMutexTimed, G: GetThreadId, T: ?Sized> ReentrantMutex<R, G, T> {
    #[track_caller]
    pub fn try_lock_for(&self, timeout: R::Duration) -> Option<ReentrantMutexGuard<'_, R, G, T>> {
        let place = Location::caller();
        let locked = self.within(place, |raw| raw.try_lock_for(timeout));
        locked.then(|| ReentrantMutexGuard::new(self, place))
    }

    #[track_caller]
    pub fn try_lock_until(&self, timeout: R::Instant) -> Option<ReentrantMutexGuard<'_, R, G, T>> {
        let place = Location::caller();
        let locked = self.within(place, |raw| raw.try_lock_until(timeout));
        locked.then(|| ReentrantMutexGuard::new(self, place))
    }

    #[track_caller]
    pub fn try_lock_arc_for(
        self: &Arc<Self>,
        timeout: R::Duration,
    ) -> Option<ArcReentrantMutexGuard<R, G, T>> {
        let place = Location::caller();
        let locked = self.within(place, |raw| raw.try_lock_for(timeout));
        locked.then(|| ArcReentrantMutexGuard::new(Arc::clone(self), place))
    }

    #[track_caller]
    pub fn try_lock_arc_until(
        self: &Arc<Self>,
        timeout: R::Instant,
    ) -> Option<ArcReentrantMutexGuard<R, G, T>> {
        let place = Location::caller();
        let locked = self.within(place, |raw| raw.try_lock_until(timeout));
        locked.then(|| ArcReentrantMutexGuard::new(Arc::clone(self), place))
    }
}

impl<R: RawMutex, G: GetThreadId, T: Default> Default for ReentrantMutex<R, G, T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<R: RawMutex, G: GetThreadId, T> From<T> for ReentrantMutex<R, G, T> {
    #[track_caller]
    fn from(t: T) -> Self {
        Self::new(t)
    }
}

/// Looks at the value without taking the lock, where that is a stand-in's, so
/// that printing changes nothing in the model.
impl<R: RawMutex, G: GetThreadId, T: ?Sized + fmt::Debug> fmt::Debug for ReentrantMutex<R, G, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let peek = self.raw.mutex.peek();
        let guard = if peek.is_none() { self.try_lock() } else { None };
        let held = peek.unwrap_or(guard.is_none()) && !self.is_owned_by_current_thread();
        let mut mutex = f.debug_struct("ReentrantMutex");
        if held {
            mutex.field("data", &format_args!("<locked>"));
        } else {
            // SAFETY: this thread holds the lock, or nobody does and nobody
            // else runs meanwhile.
            mutex.field("data", &unsafe { &*self.data.get() });
        }
        mutex.finish()
    }
}
