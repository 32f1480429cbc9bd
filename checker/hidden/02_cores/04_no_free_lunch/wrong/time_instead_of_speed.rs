//@ caught-by: test
//@ because: 2 threads that compute on two cores
//! What part of the time is left.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 1.0, 1.0], [1.0, 0.5, 0.5]];
pub const WAITING: [[f64; 3]; 2] = [[1.0, 0.5, 0.25], [1.0, 0.5, 0.25]];
pub const HELPS_COMPUTING: More = More::Cores;
pub const HELPS_WAITING: More = More::Threads;
