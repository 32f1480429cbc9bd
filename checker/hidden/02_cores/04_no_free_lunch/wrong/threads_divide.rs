//@ caught-by: test
//@ because: 2 threads that compute on one core
//! k threads share the core, so each job takes k times as long, and so does all.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 0.5, 0.25], [1.0, 1.0, 0.5]];
pub const WAITING: [[f64; 3]; 2] = [[1.0, 2.0, 4.0], [1.0, 2.0, 4.0]];
pub const HELPS_COMPUTING: More = More::Cores;
pub const HELPS_WAITING: More = More::Threads;
