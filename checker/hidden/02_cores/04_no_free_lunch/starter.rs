//! Predicts what threads and cores are worth to eight jobs.
//!
//! Each number says how many times as fast as one thread on one core the jobs
//! are done. Rows: one core, two cores. Columns: 1, 2 and 4 threads.

/// What makes it faster, beside four threads on one core.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    /// Four threads more; another core does not.
    Threads,
    /// A second core; more threads do not.
    Cores,
    /// Each of the two alone.
    Either,
    /// None of the two.
    Neither,
}

// TODO: predict what stands in the README's tables as a question mark.

/// Eight jobs that compute for 5 ms.
pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 0.0, 0.0], [0.0, 0.0, 0.0]];

/// Eight jobs that wait for 5 ms.
pub const WAITING: [[f64; 3]; 2] = [[1.0, 0.0, 0.0], [0.0, 0.0, 0.0]];

/// What makes computing faster than four threads on one core.
pub const HELPS_COMPUTING: More = More::Neither;

/// What makes waiting faster than four threads on one core.
pub const HELPS_WAITING: More = More::Neither;
