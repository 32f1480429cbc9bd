//! As `std::thread::{Builder, JoinHandle}`.

use super::scope::{Scope, ScopedJoinHandle};
use ::std::panic::Location;
use ::std::thread::{self as real, Result, Thread};
use ::std::{fmt, io};
use recorder::{Reason, thread_begins, waits};

#[derive(Debug)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder(real::Builder);

impl Builder {
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    pub fn new() -> Self {
        Self(real::Builder::new())
    }

    pub fn name(self, name: String) -> Self {
        Self(self.0.name(name))
    }

    pub fn stack_size(self, size: usize) -> Self {
        Self(self.0.stack_size(size))
    }

    /// # Errors
    ///
    /// As std's.
    #[track_caller]
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        self.0.spawn(told(Location::caller(), f)).map(JoinHandle)
    }

    /// # Errors
    ///
    /// As std's.
    ///
    /// # Safety
    ///
    /// As for std's.
    #[track_caller]
    pub unsafe fn spawn_unchecked<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send,
        T: Send,
    {
        // SAFETY: as the caller promises.
        unsafe { self.0.spawn_unchecked(told(Location::caller(), f)) }.map(JoinHandle)
    }

    /// # Errors
    ///
    /// As std's.
    #[track_caller]
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let thread = self.0.spawn_scoped(scope.real(), told(Location::caller(), f));
        thread.map(ScopedJoinHandle::new)
    }
}

/// The closure, with the thread's first and last words around it.
fn told<T>(spawned: &'static Location<'static>, f: impl FnOnce() -> T) -> impl FnOnce() -> T {
    move || {
        let _begun = thread_begins(spawned);
        f()
    }
}

pub struct JoinHandle<T>(real::JoinHandle<T>);

impl<T> JoinHandle<T> {
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

impl<T> fmt::Debug for JoinHandle<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
