//@ caught-by: test
//@ because: ready from 6 to 7 while core 0 is idle
//! Ready is taken to be a millisecond after the wait.

use Thread::{A, B};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thread {
    A,
    B,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    pub core: u32,
    pub thread: Thread,
    pub from: u32,
    pub to: u32,
}

pub const ONE_CORE: &[Slice] = &[
    Slice { core: 0, thread: A, from: 0, to: 1 },
    Slice { core: 0, thread: B, from: 1, to: 2 },
    Slice { core: 0, thread: A, from: 2, to: 3 },
    Slice { core: 0, thread: B, from: 3, to: 4 },
    Slice { core: 0, thread: A, from: 4, to: 5 },
    Slice { core: 0, thread: B, from: 7, to: 10 },
    Slice { core: 0, thread: A, from: 10, to: 11 },
];

pub const TWO_CORES: &[Slice] = &[
    Slice { core: 0, thread: A, from: 0, to: 3 },
    Slice { core: 1, thread: B, from: 0, to: 2 },
    Slice { core: 1, thread: B, from: 4, to: 7 },
    Slice { core: 0, thread: A, from: 7, to: 8 },
];
