//! Stand-in for `std::sync::Condvar`.
//!
//! Adversaries: a wait may end spuriously, `notify_one` may wake any waiter,
//! and a timeout may come at any time.

use super::MutexGuard;
use super::mutex::Mutex;
use ::std::cell::{Cell, RefCell};
use ::std::fmt;
use ::std::panic::Location;
use ::std::rc::Rc;
use ::std::sync::{LockResult, PoisonError};
use ::std::time::Duration;
use engine::{Access, Action, Object, Shape, Value};
use facts::Effect;

pub struct Condvar {
    object: Object,
    waiters: RefCell<Vec<Rc<Cell<Wakeup>>>>,
}

/// Why a waiter goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wakeup {
    NotYet,
    Notified,
    Spurious,
    EarlyTimeout,
}

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
        Self { object: Object::new("Condvar", Location::caller()), waiters: RefCell::new(Vec::new()) }
    }

    /// # Errors
    ///
    /// As std's, if the mutex is poisoned by the time it is locked again.
    #[track_caller]
    pub fn wait<'a, T>(&self, guard: MutexGuard<'a, T>) -> LockResult<MutexGuard<'a, T>> {
        self.sleep("wait", guard, false, Location::caller()).map_err(untimed).map(|(guard, _)| guard)
    }

    /// # Errors
    ///
    /// As for [`wait`](Self::wait).
    #[track_caller]
    pub fn wait_while<'a, T, F>(&self, mut guard: MutexGuard<'a, T>, mut condition: F) -> LockResult<MutexGuard<'a, T>>
    where
        F: FnMut(&mut T) -> bool,
    {
        let place = Location::caller();
        while condition(&mut *guard) {
            guard = self.sleep("wait_while", guard, false, place).map_err(untimed)?.0;
        }
        Ok(guard)
    }

    /// # Errors
    ///
    /// As for [`wait`](Self::wait).
    #[track_caller]
    pub fn wait_timeout<'a, T>(&self, guard: MutexGuard<'a, T>, _: Duration) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        self.sleep("wait_timeout", guard, true, Location::caller())
    }

    /// # Errors
    ///
    /// As for [`wait`](Self::wait).
    #[track_caller]
    pub fn wait_timeout_while<'a, T, F>(
        &self,
        mut guard: MutexGuard<'a, T>,
        _: Duration,
        mut condition: F,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)>
    where
        F: FnMut(&mut T) -> bool,
    {
        let place = Location::caller();
        while condition(&mut *guard) {
            let (again, result) = self.sleep("wait_timeout_while", guard, true, place)?;
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
        self.notify("notify_one", Location::caller(), |waiters, choose| {
            if waiters.is_empty() { Vec::new() } else { vec![waiters.remove(choose(waiters.len()))] }
        });
    }

    #[track_caller]
    pub fn notify_all(&self) {
        self.notify("notify_all", Location::caller(), |waiters, _| waiters.drain(..).collect());
    }

    fn notify(
        &self,
        op: &'static str,
        place: engine::Place,
        pick: impl FnOnce(&mut Vec<Rc<Cell<Wakeup>>>, &mut dyn FnMut(usize) -> usize) -> Vec<Rc<Cell<Wakeup>>>,
    ) {
        Action::new(op, Effect::Notify, place).on(&self.object, self, Access::Write).take(|turn| {
            let woken = pick(&mut self.waiters.borrow_mut(), &mut |of| turn.adversary(of));
            if woken.is_empty() {
                turn.changed_nothing();
            }
            turn.result(Value::new(woken.len() as u64, Shape::Unsigned));
            for waiter in woken {
                waiter.set(Wakeup::Notified);
            }
        });
    }

    /// Unlocks and waits in one step, then locks again.
    fn sleep<'a, T>(
        &self,
        op: &'static str,
        guard: MutexGuard<'a, T>,
        timed: bool,
        place: engine::Place,
    ) -> LockResult<(MutexGuard<'a, T>, WaitTimeoutResult)> {
        let (mutex, panicking) = guard.dissolve();
        mutex.note_panic(panicking);
        let wakeup = self.begin(op, mutex, timed, place);
        let timed_out = self.end(op, &wakeup, timed, place);
        mutex.lock.lock(mutex, || mutex.seen(), place);
        let result = WaitTimeoutResult(timed_out);
        match mutex.wrap(mutex.guard(place)) {
            Ok(guard) => Ok((guard, result)),
            Err(poisoned) => Err(PoisonError::new((poisoned.into_inner(), result))),
        }
    }

    fn begin<T>(&self, op: &'static str, mutex: &Mutex<T>, timed: bool, place: engine::Place) -> Rc<Cell<Wakeup>> {
        Action::new(op, Effect::Wait, place)
            .on(&self.object, self, Access::Write)
            .on(mutex.lock.object(), mutex, Access::Release)
            .take(|turn| {
                turn.give_back(&mutex.lock, mutex);
                let wakeup = match turn.adversary(if timed { 3 } else { 2 }) {
                    0 => Wakeup::NotYet,
                    1 => Wakeup::Spurious,
                    _ => Wakeup::EarlyTimeout,
                };
                turn.adversarial(false);
                let wakeup = Rc::new(Cell::new(wakeup));
                if wakeup.get() == Wakeup::NotYet {
                    self.waiters.borrow_mut().push(Rc::clone(&wakeup));
                }
                wakeup
            })
    }

    /// Whether the wait ended because time passed.
    fn end(&self, op: &'static str, wakeup: &Rc<Cell<Wakeup>>, timed: bool, place: engine::Place) -> bool {
        let ready = || wakeup.get() != Wakeup::NotYet;
        let action = Action::new(op, Effect::Wake, place).on(&self.object, self, Access::Wake).when(&ready);
        let action = if timed { action.or_time_passes() } else { action };
        action.take(|turn| {
            turn.call_it("wake", Effect::Wake);
            turn.adversarial(matches!(wakeup.get(), Wakeup::Spurious | Wakeup::EarlyTimeout));
            self.waiters.borrow_mut().retain(|waiter| !Rc::ptr_eq(waiter, wakeup));
            turn.timed_out() || wakeup.get() == Wakeup::EarlyTimeout
        })
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
