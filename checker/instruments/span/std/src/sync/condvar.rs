//! Stand-in for `std::sync::Condvar`: whoever waits does not hold the lock.

use super::{LockResult, MutexGuard, WaitTimeoutResult, map};
use ::std::panic::Location;
use ::std::sync;
use ::std::time::Duration;

#[derive(Debug, Default)]
pub struct Condvar(sync::Condvar);

impl Condvar {
    #[must_use]
    pub const fn new() -> Self {
        Self(sync::Condvar::new())
    }

    pub fn notify_one(&self) {
        self.0.notify_one();
    }

    pub fn notify_all(&self) {
        self.0.notify_all();
    }

    /// # Errors
    ///
    /// If a holder of the lock panicked.
    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let place = Location::caller();
        let (real, mutex) = guard.let_go();
        map(self.0.wait(real), |real| mutex.guard(real, place))
    }

    /// # Errors
    ///
    /// If a holder of the lock panicked.
    #[track_caller]
    pub fn wait_while<'a, T, F>(
        &self,
        guard: MutexGuard<'a, T>,
        condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        let place = Location::caller();
        let (real, mutex) = guard.let_go();
        map(self.0.wait_while(real, condition), |real| mutex.guard(real, place))
    }

    /// # Errors
    ///
    /// If a holder of the lock panicked.
    #[track_caller]
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        duration: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let place = Location::caller();
        let (real, mutex) = guard.let_go();
        map(self.0.wait_timeout(real, duration), |(real, end)| (mutex.guard(real, place), end))
    }

    /// As [`wait_timeout`](Self::wait_timeout); whether it was woken.
    ///
    /// # Errors
    ///
    /// If a holder of the lock panicked.
    #[track_caller]
    #[deprecated = "replaced by `std::sync::Condvar::wait_timeout`"]
    pub fn wait_timeout_ms<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        ms: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        let waited = self.wait_timeout(guard, Duration::from_millis(ms.into()));
        map(waited, |(guard, end)| (guard, !end.timed_out()))
    }

    /// # Errors
    ///
    /// If a holder of the lock panicked.
    #[track_caller]
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        guard: MutexGuard<'a, T>,
        duration: Duration,
        condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let place = Location::caller();
        let (real, mutex) = guard.let_go();
        let waited = self.0.wait_timeout_while(real, duration, condition);
        map(waited, |(real, end)| (mutex.guard(real, place), end))
    }
}
