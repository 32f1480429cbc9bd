//! Stand-in for `std::sync::Condvar`.
//!
//! Adversaries: a wait may end spuriously, `notify_one` may wake any waiter,
//! and a timeout may come at any time.

use super::MutexGuard;
use crate::time;
use ::std::fmt;
use ::std::panic::Location;
use ::std::sync::{LockResult, PoisonError};
use ::std::time::Duration;
use engine::condvar::{self, Wait};

pub struct Condvar(condvar::Condvar);

// SAFETY: a model runs on one operating-system thread.
unsafe impl Send for Condvar {}
// SAFETY: as above.
unsafe impl Sync for Condvar {}
impl ::std::panic::UnwindSafe for Condvar {}
impl ::std::panic::RefUnwindSafe for Condvar {}

/// Whether a wait ended because time passed.
#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    #[must_use]
    pub fn timed_out(&self) -> bool {
        self.0
    }
}

impl Condvar {
    #[must_use]
    #[track_caller]
    pub const fn new() -> Self {
        Self(condvar::Condvar::new(Location::caller()))
    }

    /// # Errors
    ///
    /// As std's, if the mutex is poisoned by the time it is locked again.
    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        self.sleep("wait", guard, None, Location::caller()).map_err(untimed).map(|(guard, _)| guard)
    }

    /// # Errors
    ///
    /// As for [`wait`](Self::wait).
    #[track_caller]
    pub fn wait_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        mut condition: F,
    ) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        let place = Location::caller();
        while condition(&mut *guard) {
            guard = self.sleep("wait_while", guard, None, place).map_err(untimed)?.0;
        }
        Ok(guard)
    }

    /// # Errors
    ///
    /// As for [`wait`](Self::wait).
    #[track_caller]
    pub fn wait_timeout<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        timeout: Duration,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        self.sleep("wait_timeout", guard, Some(timeout), Location::caller())
    }

    /// The wait in milliseconds; whether it was *not* the time that ended it.
    ///
    /// # Errors
    ///
    /// As for [`wait`](Self::wait).
    #[track_caller]
    #[deprecated = "replaced by `std::sync::Condvar::wait_timeout`"]
    pub fn wait_timeout_ms<'a, T>(
        &self,
        guard: MutexGuard<'a, T>,
        ms: u32,
    ) -> LockResult<(MutexGuard<'a, T>, bool)> {
        let timeout = Duration::from_millis(ms.into());
        let not_timed_out = |(guard, result): (_, WaitTimeoutResult)| (guard, !result.timed_out());
        match self.sleep("wait_timeout_ms", guard, Some(timeout), Location::caller()) {
            Ok(waited) => Ok(not_timed_out(waited)),
            Err(poisoned) => Err(PoisonError::new(not_timed_out(poisoned.into_inner()))),
        }
    }

    /// # Errors
    ///
    /// As for [`wait`](Self::wait).
    #[track_caller]
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        timeout: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let place = Location::caller();
        while condition(&mut *guard) {
            let (again, result) = self.sleep("wait_timeout_while", guard, Some(timeout), place)?;
            guard = again;
            if result.timed_out() {
                let out_of_time = condition(&mut *guard);
                return Ok((guard, WaitTimeoutResult(out_of_time)));
            }
        }
        Ok((guard, WaitTimeoutResult(false)))
    }

    #[track_caller]
    pub fn notify_one(&self) {
        self.0.notify(self, false, Location::caller());
    }

    #[track_caller]
    pub fn notify_all(&self) {
        self.0.notify(self, true, Location::caller());
    }

    /// Unlocks and waits in one step, then locks again.
    fn sleep<'a, T>(
        &self,
        op: &'static str,
        guard: MutexGuard<'a, T>,
        timeout: Option<Duration>,
        place: engine::Place,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let (mutex, taken) = guard.dissolve();
        mutex.note_panic(taken);
        let wait = Wait { op, timed: timeout.is_some(), spurious: true, place };
        let timed_out = self.0.wait(self, &mutex.lock, mutex, wait);
        if let (true, Some(timeout)) = (timed_out, timeout) {
            time::pass(timeout);
        }
        mutex.lock.lock(mutex, || mutex.seen(), place);
        let result = WaitTimeoutResult(timed_out);
        match mutex.wrap(mutex.guard(place)) {
            Ok(guard) => Ok((guard, result)),
            Err(poisoned) => Err(PoisonError::new((poisoned.into_inner(), result))),
        }
    }
}

fn untimed<G>(poisoned: PoisonError<(G, WaitTimeoutResult)>) -> PoisonError<G> {
    PoisonError::new(poisoned.into_inner().0)
}

impl Default for Condvar {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Condvar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Condvar").finish_non_exhaustive()
    }
}
