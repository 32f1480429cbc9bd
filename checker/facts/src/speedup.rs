//! What a parallel program is made of, and how fast it was.

use crate::Place;
use serde::{Deserialize, Serialize};

/// Work and span of one run, and what it was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Graph {
    /// CPU time.
    pub nanoseconds: Costs,
    /// The span in nanoseconds, with what it takes to move what is forked to
    /// other cores.
    pub burdened_span: u64,
    /// Elementary operations, if the program has them counted.
    pub operations: Option<Costs>,
    /// Tasks of a pool that were forked.
    pub tasks: u64,
    /// Threads that were forked.
    pub threads: u64,
    /// How many cores the program was told that there are.
    pub cores: usize,
    /// Locks that more than one strand took, those most often taken first.
    pub locks: Vec<Lock>,
}

impl Graph {
    /// Everything that was forked.
    #[must_use]
    pub fn forks(&self) -> u64 {
        self.tasks + self.threads
    }
}

/// A program by one measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Costs {
    /// T₁.
    pub work: u64,
    /// T∞.
    pub span: u64,
    /// The part of the work that was done while nothing was forked.
    pub serial: u64,
}

/// How a lock was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lock {
    /// "Mutex", "RwLock".
    pub kind: String,
    /// Where it was first taken.
    pub place: Place,
    pub taken: u64,
    /// Nanoseconds for which somebody had it to himself.
    pub held: u64,
}

/// The serial program and the parallel one, one after the other, each on input
/// of its own.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// None if there is no serial program to compare with.
    pub serial: Option<Effort>,
    pub parallel: Effort,
}

/// What one run took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Effort {
    /// Wall time, in seconds.
    pub wall: f64,
    /// CPU time of all threads, in seconds.
    pub cpu: f64,
    /// How often a thread left its core because it had to wait, if the system
    /// says.
    pub waits: Option<u64>,
}

/// The serial program alone, and several of it at the same time that share
/// nothing but the machine. In seconds of wall time.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Copies {
    pub copies: usize,
    pub alone: f64,
    /// The slowest of them.
    pub together: f64,
}
