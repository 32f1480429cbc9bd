//@ caught-by: test
//@ because: 2 threads that wait on one core
//! One core does one thing at a time, so waits follow one another.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 1.0, 1.0], [1.0, 2.0, 2.0]];
pub const WAITING: [[f64; 3]; 2] = [[1.0, 1.0, 1.0], [1.0, 2.0, 2.0]];
pub const HELPS_COMPUTING: More = More::Cores;
pub const HELPS_WAITING: More = More::Cores;
