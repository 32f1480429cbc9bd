//@ caught-by: test
//@ because: 4 threads that wait on two cores
//! More threads than cores are of no use.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 1.0, 1.0], [1.0, 2.0, 2.0]];
pub const WAITING: [[f64; 3]; 2] = [[1.0, 2.0, 4.0], [1.0, 2.0, 2.0]];
pub const HELPS_COMPUTING: More = More::Cores;
pub const HELPS_WAITING: More = More::Threads;
