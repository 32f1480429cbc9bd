//! Stand-in for `parking_lot::ReentrantMutex` and its guards.

use crate::timeout;
use engine::lock::Exclusive;
use engine::{Place, Value};
use standin_std::time::{Duration, Instant};
use std::cell::{Cell, UnsafeCell};
use std::fmt;
use std::marker::PhantomData;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::panic::Location;

/// The lock and how often its owner has taken it.
struct Reentrant {
    lock: Exclusive,
    owner: Cell<Option<usize>>,
    count: Cell<usize>,
}

pub struct ReentrantMutex<T: ?Sized> {
    lock: Reentrant,
    value: UnsafeCell<T>,
}

// SAFETY: the lock lets one thread at a time at the value; the stand-in's own
// state is touched on one operating-system thread only.
unsafe impl<T: ?Sized + Send> Send for ReentrantMutex<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send> Sync for ReentrantMutex<T> {}

#[must_use = "if unused the ReentrantMutex will immediately unlock"]
#[clippy::has_significant_drop]
pub struct ReentrantMutexGuard<'a, T: ?Sized> {
    remutex: &'a ReentrantMutex<T>,
    place: Place,
    not_send: PhantomData<*mut ()>,
}

// SAFETY: as the original's.
unsafe impl<T: ?Sized + Send + Sync> Sync for ReentrantMutexGuard<'_, T> {}

#[must_use = "if unused the ReentrantMutex will immediately unlock"]
#[clippy::has_significant_drop]
pub struct MappedReentrantMutexGuard<'a, T: ?Sized> {
    lock: &'a Reentrant,
    part: &'a T,
    place: Place,
    not_send: PhantomData<*mut ()>,
}

// SAFETY: as the original's.
unsafe impl<T: ?Sized + Sync> Sync for MappedReentrantMutexGuard<'_, T> {}

impl Reentrant {
    fn is_owned(&self) -> bool {
        self.owner.get() == Some(engine::current().serial())
    }

    /// Takes the lock once more, by `take` if it is not the thread's already.
    fn enter(&self, take: impl FnOnce(&Exclusive) -> bool) -> bool {
        if self.is_owned() {
            self.count.set(self.count.get() + 1);
            return true;
        }
        let taken = take(&self.lock);
        if taken {
            self.owner.set(Some(engine::current().serial()));
            self.count.set(1);
        }
        taken
    }

    fn leave(&self, left: Value, place: Place) {
        self.count.set(self.count.get() - 1);
        if self.count.get() == 0 {
            self.owner.set(None);
            self.lock.unlock(self, left, place);
        }
    }
}

impl<T> ReentrantMutex<T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        let lock = Exclusive::new("ReentrantMutex", Location::caller());
        let lock = Reentrant { lock, owner: Cell::new(None), count: Cell::new(0) };
        Self { lock, value: UnsafeCell::new(value) }
    }

    pub fn into_inner(self) -> T {
        self.value.into_inner()
    }
}

impl<T: ?Sized> ReentrantMutex<T> {
    #[track_caller]
    pub fn lock(&self) -> ReentrantMutexGuard<'_, T> {
        let place = Location::caller();
        self.lock.enter(|lock| {
            lock.lock(self, || self.seen(), place);
            true
        });
        self.guard(place)
    }

    #[track_caller]
    pub fn try_lock(&self) -> Option<ReentrantMutexGuard<'_, T>> {
        let place = Location::caller();
        self.lock.enter(|lock| lock.try_lock(self, place)).then(|| self.guard(place))
    }

    #[track_caller]
    pub fn try_lock_for(&self, timeout: Duration) -> Option<ReentrantMutexGuard<'_, T>> {
        self.lock_within("try_lock_for", timeout, Location::caller())
    }

    #[track_caller]
    pub fn try_lock_until(&self, deadline: Instant) -> Option<ReentrantMutexGuard<'_, T>> {
        self.lock_within("try_lock_until", timeout::until(deadline), Location::caller())
    }

    fn lock_within(
        &self,
        op: &'static str,
        timeout: Duration,
        place: Place,
    ) -> Option<ReentrantMutexGuard<'_, T>> {
        let locked = self.lock.enter(|lock| lock.lock_or_time_passes(self, op, place));
        timeout::note(!locked, timeout);
        locked.then(|| self.guard(place))
    }

    #[track_caller]
    pub fn is_locked(&self) -> bool {
        self.lock.lock.look(self, Location::caller())
    }

    pub fn is_owned_by_current_thread(&self) -> bool {
        self.lock.is_owned()
    }

    pub fn get_mut(&mut self) -> &mut T {
        self.value.get_mut()
    }

    pub const fn data_ptr(&self) -> *mut T {
        self.value.get()
    }

    fn guard(&self, place: Place) -> ReentrantMutexGuard<'_, T> {
        ReentrantMutexGuard { remutex: self, place, not_send: PhantomData }
    }

    fn seen(&self) -> Value {
        // SAFETY: called by whoever holds the lock.
        Value::of(unsafe { &*self.value.get() })
    }
}

impl<'a, T: ?Sized> ReentrantMutexGuard<'a, T> {
    pub fn remutex(this: &Self) -> &'a ReentrantMutex<T> {
        this.remutex
    }

    pub fn map<U: ?Sized, F>(this: Self, f: F) -> MappedReentrantMutexGuard<'a, U>
    where
        F: FnOnce(&T) -> &U,
    {
        let guard = ManuallyDrop::new(this);
        // SAFETY: the guard is proof that this thread holds the lock.
        let part = f(unsafe { &*guard.remutex.value.get() });
        MappedReentrantMutexGuard {
            lock: &guard.remutex.lock,
            part,
            place: guard.place,
            not_send: PhantomData,
        }
    }

    pub fn unlock_fair(this: Self) {
        drop(this);
    }
}

impl<T: ?Sized> Drop for ReentrantMutexGuard<'_, T> {
    fn drop(&mut self) {
        self.remutex.lock.leave(self.remutex.seen(), self.place);
    }
}

impl<T: ?Sized> Drop for MappedReentrantMutexGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.leave(Value::NONE, self.place);
    }
}

impl<T: ?Sized> Deref for ReentrantMutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the guard is proof that this thread holds the lock.
        unsafe { &*self.remutex.value.get() }
    }
}

impl<T: ?Sized> Deref for MappedReentrantMutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.part
    }
}

crate::mutex::show_guards!(ReentrantMutexGuard, MappedReentrantMutexGuard);

impl<T: Default> Default for ReentrantMutex<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for ReentrantMutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized> fmt::Debug for ReentrantMutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ReentrantMutex").finish_non_exhaustive()
    }
}
