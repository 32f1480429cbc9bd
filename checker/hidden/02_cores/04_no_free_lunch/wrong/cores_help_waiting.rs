//@ caught-by: test
//@ because: 1 thread that waits on two cores
//! Two cores wait twice as fast.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 1.0, 1.0], [1.0, 2.0, 2.0]];
pub const WAITING: [[f64; 3]; 2] = [[1.0, 2.0, 4.0], [2.0, 4.0, 8.0]];
pub const HELPS_COMPUTING: More = More::Cores;
pub const HELPS_WAITING: More = More::Threads;
