//! Poisoning: a lock whose holder panicked says so to the next one.

use ::std::sync::{LockResult, PoisonError};
use engine::cell::Cell;
use engine::{Access, Action, Object, Place, unwinding};
use facts::Effect;

/// Whether the thread unwound already as it took the lock: then a panic is no
/// news of the critical section.
#[derive(Debug, Clone, Copy)]
pub(super) struct Taken {
    unwinding: bool,
}

impl Taken {
    pub(super) fn now() -> Self {
        Self { unwinding: unwinding::is_unwinding() }
    }

    /// Whether a guard that is dropped now poisons its lock.
    pub(super) fn poisons(self) -> bool {
        !self.unwinding && unwinding::is_unwinding()
    }
}

#[derive(Debug)]
pub(super) struct Flag(Cell<bool>);

impl Flag {
    pub(super) const fn new() -> Self {
        Self(Cell::new(false))
    }

    pub(super) fn get(&self) -> bool {
        self.0.get()
    }

    /// As the learner asks, who need not hold the `lock` that `whole` has.
    pub(super) fn look<T: ?Sized>(&self, lock: &Object, whole: &T, place: Place) -> bool {
        let action = Action::new("is_poisoned", Effect::Read, place);
        action.on(lock, whole, Access::Write).look(|| self.get())
    }

    /// As [`look`](Self::look).
    pub(super) fn clear<T: ?Sized>(&self, lock: &Object, whole: &T, place: Place) {
        let action = Action::new("clear_poison", Effect::Write, place);
        action.on(lock, whole, Access::Write).take(|_| self.0.set(false));
    }

    pub(super) fn set(&self) {
        self.0.set(true);
    }

    pub(super) fn wrap<G>(&self, guard: G) -> LockResult<G> {
        if self.get() { Err(PoisonError::new(guard)) } else { Ok(guard) }
    }
}
