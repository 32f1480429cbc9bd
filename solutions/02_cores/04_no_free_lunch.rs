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

/// Eight jobs that compute for 5 ms.
//
// min(threads, cores). On one core there are 40 ms of computing to do, whoever
// does them: four threads share the core, each gets a quarter of it, and the sum
// is the same. It is not slower by four either; to switch takes a few
// microseconds in a few milliseconds. On two cores one thread is still at one
// place at a time, so one core stays idle. Four threads have two cores, not four.
pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 1.0, 1.0], [1.0, 2.0, 2.0]];

/// Eight jobs that wait for 5 ms.
//
// The number of threads, on any number of cores. Sleeping threads need no core,
// so one core lets as many of them sleep at once as there are.
pub const WAITING: [[f64; 3]; 2] = [[1.0, 2.0, 4.0], [1.0, 2.0, 4.0]];

/// What makes computing faster than four threads on one core.
//
// The core is busy all the time already.
pub const HELPS_COMPUTING: More = More::Cores;

/// What makes waiting faster than four threads on one core.
//
// The core is idle all the time. With eight threads all eight jobs wait at once.
pub const HELPS_WAITING: More = More::Threads;
