//! Stand-in for `crossbeam::deque::Steal`.

use std::fmt;

#[must_use]
#[derive(PartialEq, Eq, Copy, Clone)]
pub enum Steal<T> {
    Empty,
    Success(T),
    Retry,
}

impl<T> Steal<T> {
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    pub fn is_success(&self) -> bool {
        matches!(self, Self::Success(_))
    }

    pub fn is_retry(&self) -> bool {
        matches!(self, Self::Retry)
    }

    pub fn success(self) -> Option<T> {
        match self {
            Self::Success(task) => Some(task),
            Self::Empty | Self::Retry => None,
        }
    }

    pub(super) fn map<U>(self, f: impl FnOnce(T) -> U) -> Steal<U> {
        match self {
            Self::Success(task) => Steal::Success(f(task)),
            Self::Empty => Steal::Empty,
            Self::Retry => Steal::Retry,
        }
    }

    pub fn or_else<F>(self, f: F) -> Self
    where
        F: FnOnce() -> Self,
    {
        match self {
            Self::Success(_) => self,
            Self::Empty => f(),
            Self::Retry => match f() {
                Self::Success(task) => Self::Success(task),
                Self::Empty | Self::Retry => Self::Retry,
            },
        }
    }
}

impl<T> fmt::Debug for Steal<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Empty => "Empty",
            Self::Success(_) => "Success(..)",
            Self::Retry => "Retry",
        })
    }
}

impl<T> FromIterator<Steal<T>> for Steal<T> {
    /// The first success; looks no further.
    fn from_iter<I: IntoIterator<Item = Self>>(iter: I) -> Self {
        let mut unsuccessful = Self::Empty;
        for steal in iter {
            match steal {
                Self::Success(_) => return steal,
                Self::Retry => unsuccessful = Self::Retry,
                Self::Empty => {}
            }
        }
        unsuccessful
    }
}
