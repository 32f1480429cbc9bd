//! Stand-in for `std::sync::RwLock`.
//!
//! A thread that reads already and asks to read again is kept out for as long
//! as a writer waits, as std may do; any other reader goes in past the writer.

use super::poisoning::{Flag, Taken};
use ::std::cell::UnsafeCell;
use ::std::fmt;
use ::std::marker::PhantomData;
use ::std::mem::ManuallyDrop;
use ::std::ops::{Deref, DerefMut};
use ::std::panic::{Location, RefUnwindSafe, UnwindSafe};
use ::std::sync::{LockResult, TryLockError, TryLockResult};
use engine::Value;
use engine::shared::{Mode, Shared};

pub struct RwLock<T: ?Sized> {
    lock: Shared,
    poison: Flag,
    value: UnsafeCell<T>,
}

// SAFETY: as for std's; the stand-in's own state is touched on one
// operating-system thread only.
unsafe impl<T: ?Sized + Send> Send for RwLock<T> {}
// SAFETY: as above.
unsafe impl<T: ?Sized + Send + Sync> Sync for RwLock<T> {}
impl<T: ?Sized> UnwindSafe for RwLock<T> {}
impl<T: ?Sized> RefUnwindSafe for RwLock<T> {}

#[must_use = "if unused the RwLock will immediately unlock"]
#[clippy::has_significant_drop]
pub struct RwLockReadGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    place: engine::Place,
    /// As std's guard, this one stays on its thread.
    not_send: PhantomData<*const T>,
}

// SAFETY: a shared guard gives shared access to the value and nothing else.
unsafe impl<T: ?Sized + Sync> Sync for RwLockReadGuard<'_, T> {}

#[must_use = "if unused the RwLock will immediately unlock"]
#[clippy::has_significant_drop]
pub struct RwLockWriteGuard<'a, T: ?Sized> {
    lock: &'a RwLock<T>,
    taken: Taken,
    place: engine::Place,
    not_send: PhantomData<*const ()>,
}

// SAFETY: as for the read guard.
unsafe impl<T: ?Sized + Sync> Sync for RwLockWriteGuard<'_, T> {}

impl<T> RwLock<T> {
    #[track_caller]
    pub const fn new(value: T) -> Self {
        let lock = Shared::new("RwLock", Location::caller());
        Self { lock, poison: Flag::new(), value: UnsafeCell::new(value) }
    }

    /// # Errors
    ///
    /// As std's, if the lock is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        let Self { poison, value, .. } = self;
        poison.wrap(value.into_inner())
    }
}

impl<T: ?Sized> RwLock<T> {
    /// # Errors
    ///
    /// As std's, if the lock is poisoned.
    #[track_caller]
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        let place = Location::caller();
        self.lock.lock(self, Mode::Read, || self.seen(), place);
        self.poison.wrap(RwLockReadGuard { lock: self, place, not_send: PhantomData })
    }

    /// # Errors
    ///
    /// As std's, if the lock is held by a writer or poisoned.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        let place = Location::caller();
        if !self.lock.try_lock(self, Mode::Read, place) {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.poison.wrap(RwLockReadGuard { lock: self, place, not_send: PhantomData })?)
    }

    /// # Errors
    ///
    /// As std's, if the lock is poisoned.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let place = Location::caller();
        self.lock.lock(self, Mode::Write, || self.seen(), place);
        self.poison.wrap(self.write_guard(place))
    }

    /// # Errors
    ///
    /// As std's, if the lock is held or poisoned.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let place = Location::caller();
        if !self.lock.try_lock(self, Mode::Write, place) {
            return Err(TryLockError::WouldBlock);
        }
        Ok(self.poison.wrap(self.write_guard(place))?)
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
    /// As std's, if the lock is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.poison.wrap(self.value.get_mut())
    }

    fn write_guard(&self, place: engine::Place) -> RwLockWriteGuard<'_, T> {
        RwLockWriteGuard { lock: self, taken: Taken::now(), place, not_send: PhantomData }
    }

    fn seen(&self) -> Value {
        // SAFETY: called by those who are inside, and nobody else runs meanwhile.
        Value::of(unsafe { &*self.value.get() })
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    /// Makes a reader of the writer, with no other writer in between.
    #[track_caller]
    pub fn downgrade(this: Self) -> RwLockReadGuard<'a, T> {
        let (lock, place) = (ManuallyDrop::new(this).lock, Location::caller());
        lock.lock.downgrade(lock, Mode::Write, Mode::Read, place);
        RwLockReadGuard { lock, place, not_send: PhantomData }
    }
}

impl<T: ?Sized> Drop for RwLockReadGuard<'_, T> {
    fn drop(&mut self) {
        self.lock.lock.unlock(self.lock, Mode::Read, Value::NONE, self.place);
    }
}

impl<T: ?Sized> Drop for RwLockWriteGuard<'_, T> {
    fn drop(&mut self) {
        let Self { lock, taken, place, .. } = *self;
        lock.lock.unlock_and(lock, Mode::Write, lock.seen(), place, || {
            if taken.poisons() {
                lock.poison.set();
            }
        });
    }
}

impl<T: ?Sized> Deref for RwLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the guard is proof that no writer is inside.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> Deref for RwLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the guard is proof that this thread alone is inside.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T: ?Sized> DerefMut for RwLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as for `deref`, and the guard is borrowed exclusively.
        unsafe { &mut *self.lock.value.get() }
    }
}

macro_rules! show_guards {
    ($($guard:ident),*) => {$(
        impl<T: ?Sized + fmt::Debug> fmt::Debug for $guard<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }

        impl<T: ?Sized + fmt::Display> fmt::Display for $guard<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                (**self).fmt(f)
            }
        }
    )*};
}
show_guards!(RwLockReadGuard, RwLockWriteGuard);

impl<T: Default> Default for RwLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for RwLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

/// Looks at the value without taking the lock, so that printing changes nothing
/// in the model.
impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut lock = f.debug_struct("RwLock");
        if self.lock.is_held_exclusively() {
            lock.field("data", &format_args!("<locked>"));
        } else {
            // SAFETY: no writer is inside, and nobody else runs meanwhile.
            lock.field("data", &unsafe { &*self.value.get() });
        }
        lock.field("poisoned", &self.poison.get()).finish_non_exhaustive()
    }
}
