//! As a real machine has it, with what switching costs.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 0.98, 0.96], [1.01, 1.93, 1.88]];
pub const WAITING: [[f64; 3]; 2] = [[1.0, 1.97, 3.88], [1.0, 1.98, 3.91]];
pub const HELPS_COMPUTING: More = More::Cores;
pub const HELPS_WAITING: More = More::Threads;
