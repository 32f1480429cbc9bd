//! Stand-in for `std::sync::{RwLock, RwLockWriteGuard}`. Readers are std's own.

use super::{LockResult, RwLockReadGuard, TryLockResult, map, try_map};
use ::std::fmt;
use ::std::panic::Location;
use ::std::sync;
use strands::{Held, Lock};

#[derive(Default)]
pub struct RwLock<T: ?Sized> {
    lock: Lock,
    real: sync::RwLock<T>,
}

#[must_use = "if unused the RwLock will immediately unlock"]
pub struct RwLockWriteGuard<'a, T: ?Sized + 'a> {
    /// Ends before the real guard is dropped.
    held: Held<'static>,
    real: sync::RwLockWriteGuard<'a, T>,
}

impl<T> RwLock<T> {
    pub const fn new(value: T) -> Self {
        Self { lock: Lock::new(), real: sync::RwLock::new(value) }
    }

    /// # Errors
    ///
    /// If a writer panicked.
    pub fn into_inner(self) -> LockResult<T> {
        self.real.into_inner()
    }
}

impl<T: ?Sized> RwLock<T> {
    /// # Errors
    ///
    /// If a writer panicked.
    pub fn read(&self) -> LockResult<RwLockReadGuard<'_, T>> {
        self.real.read()
    }

    /// # Errors
    ///
    /// If it is held, or a writer panicked.
    pub fn try_read(&self) -> TryLockResult<RwLockReadGuard<'_, T>> {
        self.real.try_read()
    }

    /// # Errors
    ///
    /// If a writer panicked.
    #[track_caller]
    pub fn write(&self) -> LockResult<RwLockWriteGuard<'_, T>> {
        let place = Location::caller();
        map(self.real.write(), |real| self.guard(real, place))
    }

    /// # Errors
    ///
    /// If it is held, or a writer panicked.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<RwLockWriteGuard<'_, T>> {
        let place = Location::caller();
        try_map(self.real.try_write(), |real| self.guard(real, place))
    }

    fn guard<'a>(
        &self,
        real: sync::RwLockWriteGuard<'a, T>,
        place: &'static Location<'static>,
    ) -> RwLockWriteGuard<'a, T> {
        RwLockWriteGuard { held: self.lock.taken("RwLock", place), real }
    }

    pub fn is_poisoned(&self) -> bool {
        self.real.is_poisoned()
    }

    pub fn clear_poison(&self) {
        self.real.clear_poison();
    }

    /// # Errors
    ///
    /// If a writer panicked.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.real.get_mut()
    }
}

impl<'a, T: ?Sized> RwLockWriteGuard<'a, T> {
    pub fn downgrade(guard: Self) -> RwLockReadGuard<'a, T> {
        drop(guard.held);
        sync::RwLockWriteGuard::downgrade(guard.real)
    }
}

impl<T> From<T> for RwLock<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for RwLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

guard!(RwLockWriteGuard);
