//! What a strand, a path or a program costs.

use std::ops::{Add, AddAssign};

/// Three measures of one thing; each has a work and a span of its own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// CPU time, in nanoseconds.
    pub nanoseconds: u64,
    /// The same, and what it takes to move what is forked to another core
    /// (see [`crate::BURDEN`]).
    pub burdened: u64,
    /// Elementary operations, where the program has them counted.
    pub operations: u64,
}

impl Cost {
    pub(crate) const NONE: Self = Self { nanoseconds: 0, burdened: 0, operations: 0 };

    /// The larger of the two by each measure.
    #[must_use]
    pub fn max(self, other: Self) -> Self {
        Self {
            nanoseconds: self.nanoseconds.max(other.nanoseconds),
            burdened: self.burdened.max(other.burdened),
            operations: self.operations.max(other.operations),
        }
    }
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            nanoseconds: self.nanoseconds + other.nanoseconds,
            burdened: self.burdened + other.burdened,
            operations: self.operations + other.operations,
        }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}
