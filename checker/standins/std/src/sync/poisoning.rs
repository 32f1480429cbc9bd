//! Poisoning: a lock whose holder panicked says so to the next one.

use ::std::sync::{LockResult, PoisonError};
use engine::cell::Cell;
use engine::unwinding;

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

    pub(super) fn clear(&self) {
        self.0.set(false);
    }

    pub(super) fn set(&self) {
        self.0.set(true);
    }

    pub(super) fn wrap<G>(&self, guard: G) -> LockResult<G> {
        if self.get() { Err(PoisonError::new(guard)) } else { Ok(guard) }
    }
}
