//! Poisoning: a lock whose holder panicked says so to the next one.

use ::std::cell::Cell;
use ::std::sync::{LockResult, PoisonError};
use ::std::thread;

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

    /// To be called as a guard is dropped that was taken when `panicking` was so.
    pub(super) fn guard_dropped(&self, panicking: bool) {
        if !panicking && thread::panicking() {
            self.0.set(true);
        }
    }

    pub(super) fn wrap<G>(&self, guard: G) -> LockResult<G> {
        if self.get() { Err(PoisonError::new(guard)) } else { Ok(guard) }
    }
}
