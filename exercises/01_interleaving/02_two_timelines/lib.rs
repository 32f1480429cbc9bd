//! Who runs where, and from when to when.

use Thread::{A, B};

/// The two threads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thread {
    A,
    B,
}

/// The core runs the thread from one moment to the other, in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    pub core: u32,
    pub thread: Thread,
    pub from: u32,
    pub to: u32,
}

/// On a machine with one core, which is core 0.
pub const ONE_CORE: &[Slice] = &[
    // TODO: every slice until both threads are at their end.
    Slice { core: 0, thread: A, from: 0, to: 1 },
    Slice { core: 0, thread: B, from: 1, to: 2 },
];

/// On a machine with two cores, 0 and 1.
pub const TWO_CORES: &[Slice] = &[
    // TODO: every slice until both threads are at their end.
    Slice { core: 0, thread: A, from: 0, to: 3 },
];
