//! Stand-in for `std::sync`: its locks.

pub use ::std::sync::*;

/// A guard is what the real one in it is.
macro_rules! guard {
    ($Guard:ident) => {
        impl<T: ?Sized> ::std::ops::Deref for $Guard<'_, T> {
            type Target = T;

            fn deref(&self) -> &T {
                &self.real
            }
        }

        impl<T: ?Sized> ::std::ops::DerefMut for $Guard<'_, T> {
            fn deref_mut(&mut self) -> &mut T {
                &mut self.real
            }
        }

        impl<T: ?Sized + ::std::fmt::Debug> ::std::fmt::Debug for $Guard<'_, T> {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.real.fmt(f)
            }
        }

        impl<T: ?Sized + ::std::fmt::Display> ::std::fmt::Display for $Guard<'_, T> {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                self.real.fmt(f)
            }
        }
    };
}

mod condvar;
mod mutex;
mod rwlock;

pub use condvar::Condvar;
pub use mutex::{Mutex, MutexGuard};
pub use rwlock::{RwLock, RwLockWriteGuard};

/// The same result with something else in it.
fn map<A, B>(result: LockResult<A>, f: impl FnOnce(A) -> B) -> LockResult<B> {
    match result {
        Ok(inner) => Ok(f(inner)),
        Err(poisoned) => Err(PoisonError::new(f(poisoned.into_inner()))),
    }
}

/// As [`map`], of an attempt.
fn try_map<A, B>(result: TryLockResult<A>, f: impl FnOnce(A) -> B) -> TryLockResult<B> {
    match result {
        Ok(inner) => Ok(f(inner)),
        Err(TryLockError::WouldBlock) => Err(TryLockError::WouldBlock),
        Err(TryLockError::Poisoned(poisoned)) => {
            Err(TryLockError::Poisoned(PoisonError::new(f(poisoned.into_inner()))))
        }
    }
}
