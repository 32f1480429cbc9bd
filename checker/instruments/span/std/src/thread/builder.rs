//! Stand-in for `std::thread::Builder`.

use super::handle::Forked;
use super::{JoinHandle, Scope, ScopedJoinHandle};
use ::std::io;
use ::std::thread;

#[derive(Debug)]
#[must_use = "must eventually spawn the thread"]
pub struct Builder(thread::Builder);

impl Builder {
    #[expect(clippy::new_without_default, reason = "std's has none either")]
    pub fn new() -> Self {
        Self(thread::Builder::new())
    }

    pub fn name(self, name: String) -> Self {
        Self(self.0.name(name))
    }

    pub fn stack_size(self, size: usize) -> Self {
        Self(self.0.stack_size(size))
    }

    /// # Errors
    ///
    /// If the system has no room for another thread.
    pub fn spawn<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send + 'static,
        T: Send + 'static,
    {
        let forked = Forked::now();
        Ok(JoinHandle::new(self.0.spawn(forked.body(f))?, forked))
    }

    /// # Errors
    ///
    /// As [`spawn`](Self::spawn).
    ///
    /// # Safety
    ///
    /// As for std's: the thread is joined before what it borrows is gone.
    pub unsafe fn spawn_unchecked<F, T>(self, f: F) -> io::Result<JoinHandle<T>>
    where
        F: FnOnce() -> T + Send,
        T: Send,
    {
        let forked = Forked::now();
        // SAFETY: the caller's promise; the body borrows nothing of its own.
        let real = unsafe { self.0.spawn_unchecked(forked.body(f)) };
        Ok(JoinHandle::new(real?, forked))
    }

    /// # Errors
    ///
    /// As [`spawn`](Self::spawn).
    pub fn spawn_scoped<'scope, 'env, F, T>(
        self,
        scope: &'scope Scope<'scope, 'env>,
        f: F,
    ) -> io::Result<ScopedJoinHandle<'scope, T>>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        let forked = Forked::now();
        let real = self.0.spawn_scoped(scope.real(), forked.body(f))?;
        scope.adopt(forked.clone());
        Ok(ScopedJoinHandle::new(real, forked))
    }
}
