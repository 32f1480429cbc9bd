//! Stand-in for `std::sync::{Mutex, MutexGuard}`.

use super::{LockResult, TryLockResult, map, try_map};
use ::std::fmt;
use ::std::panic::Location;
use ::std::sync;
use strands::{Held, Lock};

type Place = &'static Location<'static>;

#[derive(Default)]
pub struct Mutex<T: ?Sized> {
    lock: Lock,
    real: sync::Mutex<T>,
}

#[must_use = "if unused the Mutex will immediately unlock"]
pub struct MutexGuard<'a, T: ?Sized + 'a> {
    /// Ends before the real guard is dropped.
    held: Held<'static>,
    mutex: &'a Mutex<T>,
    real: sync::MutexGuard<'a, T>,
}

impl<T> Mutex<T> {
    pub const fn new(value: T) -> Self {
        Self { lock: Lock::new(), real: sync::Mutex::new(value) }
    }

    /// # Errors
    ///
    /// If a holder panicked.
    pub fn into_inner(self) -> LockResult<T> {
        self.real.into_inner()
    }
}

impl<T: ?Sized> Mutex<T> {
    /// # Errors
    ///
    /// If a holder panicked.
    #[track_caller]
    pub fn lock(&self) -> LockResult<MutexGuard<'_, T>> {
        let place = Location::caller();
        map(self.real.lock(), |real| self.guard(real, place))
    }

    /// # Errors
    ///
    /// If it is held, or a holder panicked.
    #[track_caller]
    pub fn try_lock(&self) -> TryLockResult<MutexGuard<'_, T>> {
        let place = Location::caller();
        try_map(self.real.try_lock(), |real| self.guard(real, place))
    }

    pub(super) fn guard<'a>(
        &'a self,
        real: sync::MutexGuard<'a, T>,
        place: Place,
    ) -> MutexGuard<'a, T> {
        MutexGuard { held: self.lock.taken("Mutex", place), mutex: self, real }
    }

    pub fn is_poisoned(&self) -> bool {
        self.real.is_poisoned()
    }

    pub fn clear_poison(&self) {
        self.real.clear_poison();
    }

    /// # Errors
    ///
    /// If a holder panicked.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.real.get_mut()
    }
}

impl<'a, T: ?Sized> MutexGuard<'a, T> {
    /// The real guard, to wait with, and whose it is.
    pub(super) fn let_go(self) -> (sync::MutexGuard<'a, T>, &'a Mutex<T>) {
        drop(self.held);
        (self.real, self.mutex)
    }
}

impl<T> From<T> for Mutex<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for Mutex<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.real.fmt(f)
    }
}

guard!(MutexGuard);
