//! Stand-in for what comparing and exchanging pointers takes and gives:
//! `crossbeam::epoch::{CompareExchangeError, CompareAndSetOrdering}`.

use super::{Pointable, Pointer, Shared};
use std::fmt;
use std::sync::atomic::Ordering;

pub type CompareAndSetError<'g, T, P> = CompareExchangeError<'g, T, P>;

pub struct CompareExchangeError<'g, T: ?Sized + Pointable, P: Pointer<T>> {
    pub current: Shared<'g, T>,
    pub new: P,
}

impl<T, P: Pointer<T> + fmt::Debug> fmt::Debug for CompareExchangeError<'_, T, P> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut error = f.debug_struct("CompareExchangeError");
        error.field("current", &self.current).field("new", &self.new).finish()
    }
}

#[deprecated(note = "use `compare_exchange` or `compare_exchange_weak` instead")]
pub trait CompareAndSetOrdering {
    fn success(&self) -> Ordering;
    fn failure(&self) -> Ordering;
}

#[allow(deprecated)]
impl CompareAndSetOrdering for Ordering {
    fn success(&self) -> Ordering {
        *self
    }

    fn failure(&self) -> Ordering {
        match *self {
            Ordering::AcqRel => Ordering::Acquire,
            Ordering::Release => Ordering::Relaxed,
            order => order,
        }
    }
}

#[allow(deprecated)]
impl CompareAndSetOrdering for (Ordering, Ordering) {
    fn success(&self) -> Ordering {
        self.0
    }

    fn failure(&self) -> Ordering {
        self.1
    }
}
