//! As `std::sync::Condvar`. Taking the lock again is part of the wait.

use ::std::fmt;
use ::std::sync::{LockResult, MutexGuard, WaitTimeoutResult};
use ::std::time::Duration;
use recorder::{Reason, waits};

#[derive(Default)]
pub struct Condvar(::std::sync::Condvar);

type Timed<'a, T> = LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>;

impl Condvar {
    #[must_use]
    pub const fn new() -> Self {
        Self(::std::sync::Condvar::new())
    }

    /// # Errors
    ///
    /// As std's.
    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        let _waiting = waits(Reason::Condvar);
        self.0.wait(guard)
    }

    /// # Errors
    ///
    /// As std's.
    #[track_caller]
    pub fn wait_while<'a, T, F: FnMut(&mut T) -> bool>(
        &self,
        guard: MutexGuard<'a, T>,
        condition: F,
    ) -> LockResult<MutexGuard<'a, T>> {
        let _waiting = waits(Reason::Condvar);
        self.0.wait_while(guard, condition)
    }

    /// # Errors
    ///
    /// As std's.
    #[track_caller]
    pub fn wait_timeout<'a, T>(&self, guard: MutexGuard<'a, T>, timeout: Duration) -> Timed<'a, T> {
        let _waiting = waits(Reason::Condvar);
        self.0.wait_timeout(guard, timeout)
    }

    /// # Errors
    ///
    /// As std's.
    #[track_caller]
    pub fn wait_timeout_while<'a, T, F: FnMut(&mut T) -> bool>(
        &self,
        guard: MutexGuard<'a, T>,
        timeout: Duration,
        condition: F,
    ) -> Timed<'a, T> {
        let _waiting = waits(Reason::Condvar);
        self.0.wait_timeout_while(guard, timeout, condition)
    }

    /// # Errors
    ///
    /// As std's.
    #[track_caller]
    #[deprecated = "replaced by `std::sync::Condvar::wait_timeout`"]
    pub fn wait_timeout_ms<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        ms: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        let _waiting = waits(Reason::Condvar);
        #[expect(deprecated, reason = "as std does")]
        self.0.wait_timeout_ms(guard, ms)
    }

    pub fn notify_one(&self) {
        self.0.notify_one();
    }

    pub fn notify_all(&self) {
        self.0.notify_all();
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
