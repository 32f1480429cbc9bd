//! As `std::sync::Barrier`.

use ::std::fmt;
use ::std::sync::BarrierWaitResult;
use recorder::{Reason, waits};

pub struct Barrier(::std::sync::Barrier);

impl Barrier {
    #[must_use]
    pub const fn new(n: usize) -> Self {
        Self(::std::sync::Barrier::new(n))
    }

    #[track_caller]
    pub fn wait(&self) -> BarrierWaitResult {
        let _waiting = waits(Reason::Barrier);
        self.0.wait()
    }
}

impl fmt::Debug for Barrier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
