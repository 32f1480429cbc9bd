//! Stand-in for `std::sync::Mutex`.

use super::poisoning::{Flag, Taken};
use ::std::cell::UnsafeCell;
use ::std::fmt;
use ::std::marker::PhantomData;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use ::std::sync::{LockResult, TryLockError, TryLockResult};
use engine::Value;
use engine::lock::Exclusive;

pub struct Mutex<T: ?Sized> {
    pub(super) lock: Exclusive,
    poison: Flag,
    value: UnsafeCell<T>,
}

// SAFETY: the lock lets one thread at a time at the value, as std's does; the
// stand-in's own state is touched on one operating-system thread only.
unsafe impl<T: ?Sized + Send> Send for Mutex<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send> Sync for Mutex<T> {}
impl<T: ?Sized> UnwindSafe for Mutex<T> {}
impl<T: ?Sized> RefUnwindSafe for Mutex<T> {}

#[must_use = "if unused the Mutex will immediately unlock"]
#[clippy::has_significant_drop]
pub struct MutexGuard<'a, T: ?Sized> {
    pub(super) mutex: &'a Mutex<T>,
    taken: Taken,
    pub(super) place: engine::Place,
    /// As std's guard, this one stays on its thread.
    not_send: PhantomData<*const ()>,
}

// SAFETY: a shared guard gives shared access to the value and nothing else.
unsafe impl<T: ?Sized + Sync> Sync for MutexGuard<'_, T> {}

impl<T> Mutex<T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        let lock = Exclusive::new("Mutex", Location::caller());
        Self { lock, poison: Flag::new(), value: UnsafeCell::new(value) }
    }

    /// # Errors
    ///
    /// As std's, if the mutex is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        let Self { poison, value, .. } = self;
        poison.wrap(value.into_inner())
    }
}

impl<T: ?Sized> Mutex<T> {
    /// # Errors
    ///
    /// As std's, if the mutex is poisoned.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let place = Location::caller();
        self.lock.lock(self, || self.seen(), place);
        self.poison.wrap(self.guard(place))
    }

    /// # Errors
    ///
    /// As std's, if the mutex is held or poisoned.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let place = Location::caller();
        if !self.lock.try_lock(self, place) {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.poison.wrap(self.guard(place))?)
    }

    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        self.poison.look(self.lock.object(), self, Location::caller())
    }

    #[track_caller]
    pub fn clear_poison(&self) {
        self.poison.clear(self.lock.object(), self, Location::caller());
    }

    /// # Errors
    ///
    /// As std's, if the mutex is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.poison.wrap(self.value.get_mut())
    }

    pub(super) fn guard(&self, place: engine::Place) -> MutexGuard<'_, T> {
        MutexGuard { mutex: self, taken: Taken::now(), place, not_send: PhantomData }
    }

    pub(super) fn wrap<'a>(&'a self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        self.poison.wrap(guard)
    }

    pub(super) fn note_panic(&self, taken: Taken) {
        if taken.poisons() {
            self.poison.set();
        }
    }

    pub(super) fn seen(&self) -> Value {
        // SAFETY: called by whoever holds the lock.
        Value::of(unsafe { &*self.value.get() })
    }
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// Takes the guard apart without unlocking.
    pub(super) fn dissolve(self) -> (&'a Mutex<T>, Taken) {
        let guard = ::std::mem::ManuallyDrop::new(self);
        (guard.mutex, guard.taken)
    }
}

impl<T: ?Sized> Drop for MutexGuard<'_, T> {
    fn drop(&mut self) {
        let Self { mutex, taken, place, .. } = *self;
        mutex.lock.unlock_and(mutex, mutex.seen(), place, || mutex.note_panic(taken));
    }
}

impl<T: ?Sized> Deref for MutexGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the guard is proof that this thread holds the lock.
        unsafe { &*self.mutex.value.get() }
    }
}

impl<T: ?Sized> DerefMut for MutexGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as for `deref`, and the guard is borrowed exclusively.
        unsafe { &mut *self.mutex.value.get() }
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for MutexGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: Default> Default for Mutex<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for Mutex<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

/// Looks at the value without taking the lock, so that printing changes nothing
/// in the model.
impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut mutex = f.debug_struct("Mutex");
        if self.lock.is_held() {
            mutex.field("data", &"<locked>");
        } else {
            // SAFETY: nobody holds the lock, and nobody else runs meanwhile.
            mutex.field("data", &unsafe { &*self.value.get() });
        }
        mutex.field("poisoned", &self.poison.get()).finish_non_exhaustive()
    }
}
