//! Stand-in for `std::time`.
//!
//! `Instant` is virtual. Every thread of the model has a clock of its own that
//! starts with the thread, goes on by a millisecond each time it is looked at,
//! so that loops which wait for it end, and goes on by the whole of a sleep or
//! of a timeout that ran out. `SystemTime` is the real one.

pub use ::std::time::*;

use ::std::cell::Cell;
use ::std::fmt;
use ::std::ops::{Add, AddAssign, Sub, SubAssign};

const LOOK: Duration = Duration::from_millis(1);

/// What the running thread's clock shows.
fn clock<R>(f: impl FnOnce(&Cell<Duration>) -> R) -> R {
    static KEY: u8 = 0;
    let clock =
        engine::thread_local((&raw const KEY).addr(), || Cell::new(Duration::from_secs(1 << 20)));
    // SAFETY: boxed, and alive as long as the thread, which is the one running.
    f(unsafe { &*clock })
}

/// Lets time pass for the running thread.
#[doc(hidden)]
pub fn pass(duration: Duration) {
    clock(|clock| clock.set(clock.get().saturating_add(duration)));
}

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(Duration);

impl Instant {
    #[must_use]
    pub fn now() -> Self {
        pass(LOOK);
        Self(clock(Cell::get))
    }

    #[must_use]
    pub fn duration_since(&self, earlier: Self) -> Duration {
        self.0.saturating_sub(earlier.0)
    }

    #[must_use]
    pub fn checked_duration_since(&self, earlier: Self) -> Option<Duration> {
        self.0.checked_sub(earlier.0)
    }

    #[must_use]
    pub fn saturating_duration_since(&self, earlier: Self) -> Duration {
        self.duration_since(earlier)
    }

    #[must_use]
    pub fn elapsed(&self) -> Duration {
        Self::now().duration_since(*self)
    }

    #[must_use]
    pub fn checked_add(&self, duration: Duration) -> Option<Self> {
        self.0.checked_add(duration).map(Self)
    }

    #[must_use]
    pub fn checked_sub(&self, duration: Duration) -> Option<Self> {
        self.0.checked_sub(duration).map(Self)
    }
}

impl Add<Duration> for Instant {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0 + duration)
    }
}

impl AddAssign<Duration> for Instant {
    fn add_assign(&mut self, duration: Duration) {
        self.0 += duration;
    }
}

impl Sub<Duration> for Instant {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        Self(self.0 - duration)
    }
}

impl SubAssign<Duration> for Instant {
    fn sub_assign(&mut self, duration: Duration) {
        self.0 -= duration;
    }
}

impl Sub for Instant {
    type Output = Duration;

    fn sub(self, earlier: Self) -> Duration {
        self.duration_since(earlier)
    }
}

impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Instant").field(&self.0).finish()
    }
}
