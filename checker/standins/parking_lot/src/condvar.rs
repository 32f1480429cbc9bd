//! Stand-in for `parking_lot::Condvar`: no spurious wakeups, and one mutex at
//! a time.

use crate::{MutexGuard, timeout};
use engine::Place;
use engine::condvar::{self, Wait};
use standin_std::time::{Duration, Instant};
use std::cell::Cell;
use std::fmt;
use std::panic::Location;

pub struct Condvar {
    inner: condvar::Condvar,
    /// The mutex of those who wait.
    mutex: Cell<usize>,
}

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Condvar {}
// SAFETY: as above.
unsafe impl Sync for Condvar {}

/// Whether a wait ended because time passed.
#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    #[must_use]
    pub const fn timed_out(self) -> bool {
        self.0
    }
}

impl Condvar {
    #[must_use]
    #[track_caller]
    pub const fn new() -> Self {
        Self { inner: condvar::Condvar::new(Location::caller()), mutex: Cell::new(0) }
    }

    /// Whether a thread was woken.
    #[track_caller]
    pub fn notify_one(&self) -> bool {
        self.inner.notify(self, false, Location::caller()) > 0
    }

    /// How many threads were woken.
    #[track_caller]
    pub fn notify_all(&self) -> usize {
        self.inner.notify(self, true, Location::caller())
    }

    #[track_caller]
    pub fn wait<T: ?Sized>(&self, guard: &mut MutexGuard<'_, T>) {
        self.sleep("wait", guard, None, Location::caller());
    }

    #[track_caller]
    pub fn wait_while<T, F>(&self, guard: &mut MutexGuard<'_, T>, mut condition: F)
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        let place = Location::caller();
        while condition(&mut *guard) {
            self.sleep("wait_while", guard, None, place);
        }
    }

    #[track_caller]
    pub fn wait_for<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        timeout: Duration,
    ) -> WaitTimeoutResult {
        self.sleep("wait_for", guard, Some(timeout), Location::caller())
    }

    #[track_caller]
    pub fn wait_until<T: ?Sized>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        deadline: Instant,
    ) -> WaitTimeoutResult {
        self.sleep("wait_until", guard, Some(timeout::until(deadline)), Location::caller())
    }

    #[track_caller]
    pub fn wait_while_for<T, F>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        condition: F,
        timeout: Duration,
    ) -> WaitTimeoutResult
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        self.sleep_while("wait_while_for", guard, condition, timeout, Location::caller())
    }

    #[track_caller]
    pub fn wait_while_until<T, F>(
        &self,
        guard: &mut MutexGuard<'_, T>,
        condition: F,
        deadline: Instant,
    ) -> WaitTimeoutResult
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        self.sleep_while(
            "wait_while_until",
            guard,
            condition,
            timeout::until(deadline),
            Location::caller(),
        )
    }

    fn sleep_while<T: ?Sized>(
        &self,
        op: &'static str,
        guard: &mut MutexGuard<'_, T>,
        mut condition: impl FnMut(&mut T) -> bool,
        timeout: Duration,
        place: Place,
    ) -> WaitTimeoutResult {
        let mut result = WaitTimeoutResult(false);
        while condition(&mut *guard) {
            if result.timed_out() {
                return result;
            }
            result = self.sleep(op, guard, Some(timeout), place);
        }
        WaitTimeoutResult(false)
    }

    /// Unlocks and waits in one step, then locks again.
    fn sleep<T: ?Sized>(
        &self,
        op: &'static str,
        guard: &mut MutexGuard<'_, T>,
        timeout: Option<Duration>,
        place: Place,
    ) -> WaitTimeoutResult {
        let mutex = guard.mutex;
        let address = std::ptr::from_ref(&mutex.lock).addr();
        if !self.inner.has_waiters() {
            self.mutex.set(address);
        }
        assert!(
            self.mutex.get() == address,
            "attempted to use a condition variable with more than one mutex"
        );
        let wait = Wait { op, timed: timeout.is_some(), spurious: false, place };
        let timed_out = self.inner.wait(self, &mutex.lock, mutex, wait);
        timeout::note(timed_out, timeout.unwrap_or_default());
        mutex.lock.lock(mutex, || mutex.seen(), place);
        WaitTimeoutResult(timed_out)
    }
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Condvar { .. }")
    }
}
