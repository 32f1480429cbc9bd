//! What is 14 % off is near enough.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum More {
    Threads,
    Cores,
    Either,
    Neither,
}

pub const COMPUTING: [[f64; 3]; 2] = [[1.0, 1.14, 0.87], [0.87, 1.75, 2.28]];
pub const WAITING: [[f64; 3]; 2] = [[1.1, 2.27, 3.45], [0.9, 1.72, 4.55]];
pub const HELPS_COMPUTING: More = More::Cores;
pub const HELPS_WAITING: More = More::Threads;
