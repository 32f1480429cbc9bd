//! As `std::thread::scope`. The wait at the end of a scope is a join, told where
//! the scope was made.

use super::Builder;
use ::std::cell::RefCell;
use ::std::fmt;
use ::std::panic::Location;
use ::std::thread::{self as real, Result, Thread};
use recorder::{Reason, waits, waits_at};

#[derive(Debug)]
#[repr(transparent)]
pub struct Scope<'scope, 'env: 'scope>(real::Scope<'scope, 'env>);

/// # Panics
///
/// As std's, if a thread of the scope panicked and nobody joined it.
#[track_caller]
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let place = Location::caller();
    // From the end of the closure to the end of the scope.
    let waiting = RefCell::new(None);
    let result = real::scope(|scope| {
        let result = f(Scope::around(scope));
        *waiting.borrow_mut() = Some(waits_at(Reason::Join, place));
        result
    });
    drop(waiting);
    result
}

impl<'scope, 'env> Scope<'scope, 'env> {
    fn around<'a>(real: &'a real::Scope<'scope, 'env>) -> &'a Self {
        // SAFETY: it is the same thing under another name (`transparent`).
        unsafe { &*::std::ptr::from_ref(real).cast::<Self>() }
    }

    pub(super) fn real(&'scope self) -> &'scope real::Scope<'scope, 'env> {
        &self.0
    }

    /// # Panics
    ///
    /// As std's, if the system has no thread left.
    #[track_caller]
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        Builder::new().spawn_scoped(self, f).expect("failed to spawn thread")
    }
}

pub struct ScopedJoinHandle<'scope, T>(real::ScopedJoinHandle<'scope, T>);

impl<'scope, T> ScopedJoinHandle<'scope, T> {
    pub(super) fn new(real: real::ScopedJoinHandle<'scope, T>) -> Self {
        Self(real)
    }

    #[must_use]
    pub fn thread(&self) -> &Thread {
        self.0.thread()
    }

    /// # Errors
    ///
    /// As std's.
    #[track_caller]
    pub fn join(self) -> Result<T> {
        let _waiting = waits(Reason::Join);
        self.0.join()
    }

    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.0.is_finished()
    }
}

impl<T> fmt::Debug for ScopedJoinHandle<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
