//! From the milliseconds that each takes.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] =
    [[40.0 / 40.0, 40.0 / 40.0, 40.0 / 40.0], [40.0 / 40.0, 40.0 / 20.0, 40.0 / 20.0]];
pub const WAITING: [[f64; 3]; 2] = [[40.0 / 40.0, 40.0 / 20.0, 40.0 / 10.0]; 2];
pub const HELPS_COMPUTING: More = More::Cores;
pub const HELPS_WAITING: More = More::Threads;
