//! Stand-in for `std::thread::scope`.

use super::handle::Forked;
use super::{Builder, ScopedJoinHandle};
use ::std::fmt;
use ::std::sync::{Arc, Mutex, PoisonError};
use ::std::thread;

type All = Arc<Mutex<Vec<Forked>>>;

pub struct Scope<'scope, 'env: 'scope> {
    real: &'scope thread::Scope<'scope, 'env>,
    threads: All,
}

/// # Panics
///
/// As `f` does, or if a thread panicked that was not joined.
pub fn scope<'env, F, T>(f: F) -> T
where
    F: for<'scope> FnOnce(&'scope Scope<'scope, 'env>) -> T,
{
    let threads = All::default();
    let result = thread::scope(|real| {
        // Threads may use it until the real scope ends, which is after this
        // closure. One for each scope of a short run is not missed.
        f(Box::leak(Box::new(Scope { real, threads: Arc::clone(&threads) })))
    });
    for thread in threads.lock().unwrap_or_else(PoisonError::into_inner).drain(..) {
        thread.join();
    }
    result
}

impl<'scope, 'env> Scope<'scope, 'env> {
    pub(super) fn real(&'scope self) -> &'scope thread::Scope<'scope, 'env> {
        self.real
    }

    pub(super) fn adopt(&self, thread: Forked) {
        self.threads.lock().unwrap_or_else(PoisonError::into_inner).push(thread);
    }

    /// # Panics
    ///
    /// If the system has no room for another thread.
    pub fn spawn<F, T>(&'scope self, f: F) -> ScopedJoinHandle<'scope, T>
    where
        F: FnOnce() -> T + Send + 'scope,
        T: Send + 'scope,
    {
        Builder::new().spawn_scoped(self, f).expect("failed to spawn thread")
    }
}

impl fmt::Debug for Scope<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Scope").finish_non_exhaustive()
    }
}
