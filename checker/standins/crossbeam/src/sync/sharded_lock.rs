//! Stand-in for `crossbeam::sync::ShardedLock`: a reader-writer lock, which it is
//! but for its speed. In traces it is an `RwLock`.

use standin_std::sync::{
    LockResult, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard, TryLockError, TryLockResult,
};
use std::fmt;
use std::ops::{Deref, DerefMut};

pub struct ShardedLock<T: ?Sized>(RwLock<T>);

pub struct ShardedLockReadGuard<'a, T: ?Sized>(RwLockReadGuard<'a, T>);

pub struct ShardedLockWriteGuard<'a, T: ?Sized>(RwLockWriteGuard<'a, T>);

fn locked<G, H>(result: LockResult<G>, wrap: impl FnOnce(G) -> H) -> LockResult<H> {
    match result {
        Ok(guard) => Ok(wrap(guard)),
        Err(poisoned) => Err(PoisonError::new(wrap(poisoned.into_inner()))),
    }
}

fn try_locked<G, H>(result: TryLockResult<G>, wrap: impl FnOnce(G) -> H) -> TryLockResult<H> {
    match result {
        Ok(guard) => Ok(wrap(guard)),
        Err(TryLockError::WouldBlock) => Err(TryLockError::WouldBlock),
        Err(TryLockError::Poisoned(poisoned)) => {
            Err(TryLockError::Poisoned(PoisonError::new(wrap(poisoned.into_inner()))))
        }
    }
}

impl<T> ShardedLock<T> {
    #[must_use]
    #[track_caller]
    pub fn new(value: T) -> Self {
        Self(RwLock::new(value))
    }

    /// # Errors
    ///
    /// Where the lock is poisoned.
    pub fn into_inner(self) -> LockResult<T> {
        self.0.into_inner()
    }
}

impl<T: ?Sized> ShardedLock<T> {
    #[track_caller]
    pub fn is_poisoned(&self) -> bool {
        self.0.is_poisoned()
    }

    /// # Errors
    ///
    /// Where the lock is poisoned.
    pub fn get_mut(&mut self) -> LockResult<&mut T> {
        self.0.get_mut()
    }

    /// # Errors
    ///
    /// Where a writer has the lock, or it is poisoned.
    #[track_caller]
    pub fn try_read(&self) -> TryLockResult<ShardedLockReadGuard<'_, T>> {
        try_locked(self.0.try_read(), ShardedLockReadGuard)
    }

    /// # Errors
    ///
    /// Where the lock is poisoned.
    #[track_caller]
    pub fn read(&self) -> LockResult<ShardedLockReadGuard<'_, T>> {
        locked(self.0.read(), ShardedLockReadGuard)
    }

    /// # Errors
    ///
    /// Where somebody has the lock, or it is poisoned.
    #[track_caller]
    pub fn try_write(&self) -> TryLockResult<ShardedLockWriteGuard<'_, T>> {
        try_locked(self.0.try_write(), ShardedLockWriteGuard)
    }

    /// # Errors
    ///
    /// Where the lock is poisoned.
    #[track_caller]
    pub fn write(&self) -> LockResult<ShardedLockWriteGuard<'_, T>> {
        locked(self.0.write(), ShardedLockWriteGuard)
    }
}

impl<T: ?Sized + fmt::Debug> fmt::Debug for ShardedLock<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.try_read() {
            Ok(guard) => Shown(&&*guard).fmt(f),
            Err(TryLockError::Poisoned(poisoned)) => Shown(&&**poisoned.get_ref()).fmt(f),
            Err(TryLockError::WouldBlock) => Shown(&format_args!("<locked>")).fmt(f),
        }
    }
}

impl<T: Default> Default for ShardedLock<T> {
    #[track_caller]
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T> From<T> for ShardedLock<T> {
    #[track_caller]
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: ?Sized> Deref for ShardedLockReadGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> Deref for ShardedLockWriteGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T: ?Sized> DerefMut for ShardedLockWriteGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        &mut self.0
    }
}

/// A lock, as `Debug` shows it, with what is in it.
struct Shown<'a>(&'a dyn fmt::Debug);

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShardedLock").field("data", self.0).finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for ShardedLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ShardedLockReadGuard").field("lock", &Shown(&&**self)).finish()
    }
}

/// As the original, it shows a lock that is taken.
impl<T: fmt::Debug> fmt::Debug for ShardedLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lock = Shown(&format_args!("<locked>"));
        f.debug_struct("ShardedLockWriteGuard").field("lock", &lock).finish()
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for ShardedLockReadGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: ?Sized + fmt::Display> fmt::Display for ShardedLockWriteGuard<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}
