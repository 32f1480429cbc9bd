//@ caught-by: test
//@ because: 2 threads that compute on one core
//! k threads are k times as fast, whatever they do.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 2.0, 4.0], [1.0, 2.0, 4.0]];
pub const WAITING: [[f64; 3]; 2] = [[1.0, 2.0, 4.0], [1.0, 2.0, 4.0]];
pub const HELPS_COMPUTING: More = More::Threads;
pub const HELPS_WAITING: More = More::Threads;
