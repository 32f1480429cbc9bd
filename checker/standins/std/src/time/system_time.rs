//! Stand-in for `std::time::SystemTime`. A model begins on the same day in
//! every execution.

use ::std::fmt;
use ::std::ops::{Add, AddAssign, Sub, SubAssign};
use ::std::time::{self, Duration, SystemTimeError};

/// When a model begins, in seconds of Unix time: the first day of 2026.
const START: Duration = Duration::from_secs(1_767_225_600);

#[derive(Copy, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SystemTime(time::SystemTime);

impl SystemTime {
    pub const UNIX_EPOCH: Self = Self(time::UNIX_EPOCH);

    #[must_use]
    pub fn now() -> Self {
        let since = if engine::is_active() { super::look() } else { Duration::ZERO };
        Self(time::UNIX_EPOCH + START + since)
    }

    /// # Errors
    ///
    /// By how much `earlier` is the later one, where it is.
    pub fn duration_since(&self, earlier: Self) -> Result<Duration, SystemTimeError> {
        self.0.duration_since(earlier.0)
    }

    /// # Errors
    ///
    /// As for [`duration_since`](Self::duration_since).
    pub fn elapsed(&self) -> Result<Duration, SystemTimeError> {
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

/// What the file system says can be compared with a model's time.
impl From<time::SystemTime> for SystemTime {
    fn from(time: time::SystemTime) -> Self {
        Self(time)
    }
}

impl Add<Duration> for SystemTime {
    type Output = Self;

    fn add(self, duration: Duration) -> Self {
        Self(self.0 + duration)
    }
}

impl AddAssign<Duration> for SystemTime {
    fn add_assign(&mut self, duration: Duration) {
        self.0 += duration;
    }
}

impl Sub<Duration> for SystemTime {
    type Output = Self;

    fn sub(self, duration: Duration) -> Self {
        Self(self.0 - duration)
    }
}

impl SubAssign<Duration> for SystemTime {
    fn sub_assign(&mut self, duration: Duration) {
        self.0 -= duration;
    }
}

impl fmt::Debug for SystemTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
