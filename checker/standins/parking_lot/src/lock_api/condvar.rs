//! Stand-in for `lock_api::Condvar` and its raw traits.

use super::{Around, MutexGuard, RawMutex, RawMutexTimed};
use engine::{Place, Value};
use std::fmt;
use std::panic::Location;

/// A condition variable that knows of no guards.
///
/// # Safety
///
/// A wait ends with the mutex locked, and the guard is of that locking.
pub unsafe trait RawCondvar {
    #[allow(clippy::declare_interior_mutable_const)]
    const INIT: Self;

    type RawMutex: RawMutex;

    /// # Safety
    ///
    /// The mutex is held, and `guard` is its own.
    unsafe fn wait(&self, mutex: &Self::RawMutex, guard: &mut <Self::RawMutex as RawMutex>::Guard);

    /// Whether a thread was woken.
    fn notify_one(&self) -> bool;

    /// How many threads were woken.
    fn notify_all(&self) -> usize;

    /// For the stand-in's own: tells of the condition variable around it.
    #[doc(hidden)]
    fn within(&self, _: Around) {}
}

/// A condition variable that can be waited for in vain.
///
/// # Safety
///
/// As for [`RawCondvar`].
pub unsafe trait RawCondvarTimed: RawCondvar
where
    Self::RawMutex: RawMutexTimed,
{
    /// When `timeout` is over, where such an instant can be told.
    fn checked_duration_to_instant(
        timeout: &<Self::RawMutex as RawMutexTimed>::Duration,
    ) -> Option<<Self::RawMutex as RawMutexTimed>::Instant>;

    /// Whether time ran out.
    ///
    /// # Safety
    ///
    /// As for [`RawCondvar::wait`].
    unsafe fn wait_until(
        &self,
        mutex: &Self::RawMutex,
        guard: &mut <Self::RawMutex as RawMutex>::Guard,
        timeout: &<Self::RawMutex as RawMutexTimed>::Instant,
    ) -> bool;

    /// Whether time ran out.
    ///
    /// # Safety
    ///
    /// As for [`RawCondvar::wait`].
    unsafe fn wait_for(
        &self,
        mutex: &Self::RawMutex,
        guard: &mut <Self::RawMutex as RawMutex>::Guard,
        timeout: &<Self::RawMutex as RawMutexTimed>::Duration,
    ) -> bool {
        match Self::checked_duration_to_instant(timeout) {
            // SAFETY: the caller sees to it.
            Some(timeout) => unsafe { self.wait_until(mutex, guard, &timeout) },
            None => {
                // SAFETY: as above.
                unsafe { self.wait(mutex, guard) };
                false
            }
        }
    }
}

/// Whether a wait ended because time passed.
#[derive(Debug, PartialEq, Eq, Copy, Clone)]
pub struct WaitTimeoutResult(bool);

impl WaitTimeoutResult {
    #[must_use]
    pub const fn timed_out(self) -> bool {
        self.0
    }
}

pub struct Condvar<C> {
    inner: C,
    created: Place,
}

type Guard<'a, C, T> = MutexGuard<'a, <C as RawCondvar>::RawMutex, T>;
type TimeOf<C> = <<C as RawCondvar>::RawMutex as RawMutexTimed>::Duration;
type InstantOf<C> = <<C as RawCondvar>::RawMutex as RawMutexTimed>::Instant;

impl<C: RawCondvar> Condvar<C> {
    #[must_use]
    #[track_caller]
    pub const fn new() -> Self {
        Self { inner: C::INIT, created: Location::caller() }
    }

    pub fn raw(&self) -> &C {
        &self.inner
    }

    fn within<U>(&self, op: &'static str, place: Place, act: impl FnOnce(&C) -> U) -> U {
        let nothing = || Value::NONE;
        // SAFETY: it is there until `act` returns, which takes it over.
        let around = unsafe { Around::new(None, self.created, place, self, &nothing) };
        self.inner.within(around.called(op));
        act(&self.inner)
    }

    /// Waits, with what there is to know told to both raw parts.
    fn sleep<T: ?Sized, U>(
        &self,
        op: &'static str,
        guard: &mut Guard<'_, C, T>,
        place: Place,
        wait: impl FnOnce(&C, &C::RawMutex, &mut <C::RawMutex as RawMutex>::Guard) -> U,
    ) -> U {
        let mutex = guard.mutex;
        mutex.within(place, |raw| self.within(op, place, |own| wait(own, raw, &mut guard.guard)))
    }

    /// Whether a thread was woken.
    #[track_caller]
    pub fn notify_one(&self) -> bool {
        self.within("notify_one", Location::caller(), C::notify_one)
    }

    /// How many threads were woken.
    #[track_caller]
    pub fn notify_all(&self) -> usize {
        self.within("notify_all", Location::caller(), C::notify_all)
    }

    #[track_caller]
    pub fn wait<T: ?Sized>(&self, mutex_guard: &mut Guard<'_, C, T>) {
        // SAFETY: the guard is proof that the mutex is held.
        let wait = |own: &C, raw: &_, guard: &mut _| unsafe { own.wait(raw, guard) };
        self.sleep("wait", mutex_guard, Location::caller(), wait);
    }

    #[track_caller]
    pub fn wait_while<T, F>(&self, mutex_guard: &mut Guard<'_, C, T>, condition: F)
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        self.sleep_while("wait_while", mutex_guard, condition, Location::caller());
    }

    fn sleep_while<T: ?Sized>(
        &self,
        op: &'static str,
        mutex_guard: &mut Guard<'_, C, T>,
        mut condition: impl FnMut(&mut T) -> bool,
        place: Place,
    ) {
        while condition(&mut *mutex_guard) {
            // SAFETY: the guard is proof that the mutex is held.
            let wait = |own: &C, raw: &_, guard: &mut _| unsafe { own.wait(raw, guard) };
            self.sleep(op, mutex_guard, place, wait);
        }
    }
}

impl<R: RawMutexTimed, C: RawCondvarTimed<RawMutex = R>> Condvar<C> {
    #[track_caller]
    pub fn wait_until<T: ?Sized>(
        &self,
        mutex_guard: &mut Guard<'_, C, T>,
        timeout: InstantOf<C>,
    ) -> WaitTimeoutResult {
        self.sleep_until("wait_until", mutex_guard, &timeout, Location::caller())
    }

    #[track_caller]
    pub fn wait_for<T: ?Sized>(
        &self,
        mutex_guard: &mut Guard<'_, C, T>,
        timeout: TimeOf<C>,
    ) -> WaitTimeoutResult {
        // SAFETY: the guard is proof that the mutex is held.
        let wait = |own: &C, raw: &_, guard: &mut _| unsafe { own.wait_for(raw, guard, &timeout) };
        WaitTimeoutResult(self.sleep("wait_for", mutex_guard, Location::caller(), wait))
    }

    #[track_caller]
    pub fn wait_while_until<T, F>(
        &self,
        mutex_guard: &mut Guard<'_, C, T>,
        condition: F,
        timeout: InstantOf<C>,
    ) -> WaitTimeoutResult
    where
        T: ?Sized,
        F: FnMut(&mut T) -> bool,
    {
        let place = Location::caller();
        self.sleep_while_until("wait_while_until", mutex_guard, condition, &timeout, place)
    }

    #[track_caller]
    pub fn wait_while_for<T: ?Sized, F>(
        &self,
        mutex_guard: &mut Guard<'_, C, T>,
        condition: F,
        timeout: TimeOf<C>,
    ) -> WaitTimeoutResult
    where
        F: FnMut(&mut T) -> bool,
    {
        let (op, place) = ("wait_while_for", Location::caller());
        match C::checked_duration_to_instant(&timeout) {
            Some(until) => self.sleep_while_until(op, mutex_guard, condition, &until, place),
            None => {
                self.sleep_while(op, mutex_guard, condition, place);
                WaitTimeoutResult(false)
            }
        }
    }

    fn sleep_until<T: ?Sized>(
        &self,
        op: &'static str,
        mutex_guard: &mut Guard<'_, C, T>,
        until: &InstantOf<C>,
        place: Place,
    ) -> WaitTimeoutResult {
        // SAFETY: the guard is proof that the mutex is held.
        let wait = |own: &C, raw: &_, guard: &mut _| unsafe { own.wait_until(raw, guard, until) };
        WaitTimeoutResult(self.sleep(op, mutex_guard, place, wait))
    }

    fn sleep_while_until<T: ?Sized>(
        &self,
        op: &'static str,
        mutex_guard: &mut Guard<'_, C, T>,
        mut condition: impl FnMut(&mut T) -> bool,
        until: &InstantOf<C>,
        place: Place,
    ) -> WaitTimeoutResult {
        let mut result = WaitTimeoutResult(false);
        while condition(&mut *mutex_guard) {
            if result.timed_out() {
                return result;
            }
            result = self.sleep_until(op, mutex_guard, until, place);
        }
        WaitTimeoutResult(false)
    }
}

impl<C: RawCondvar> Default for Condvar<C> {
    #[track_caller]
    fn default() -> Self {
        Self::new()
    }
}

impl<C> fmt::Debug for Condvar<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad("Condvar { .. }")
    }
}
