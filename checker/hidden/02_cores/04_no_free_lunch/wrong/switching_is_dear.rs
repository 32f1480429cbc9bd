//@ caught-by: test
//@ because: 2 threads that compute on one core
//! Each thread more costs a quarter.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 0.8, 0.6], [1.0, 1.8, 1.4]];
pub const WAITING: [[f64; 3]; 2] = [[1.0, 2.0, 4.0], [1.0, 2.0, 4.0]];
pub const HELPS_COMPUTING: More = More::Cores;
pub const HELPS_WAITING: More = More::Threads;
