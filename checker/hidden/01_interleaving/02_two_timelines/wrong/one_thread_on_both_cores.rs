//@ caught-by: test
//@ because: thread that runs on cores 0 and 1 from 1 to 2
//! A is twice as fast, because core 1 is free.

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
    Slice { core: 0, thread: B, from: 6, to: 9 },
    Slice { core: 0, thread: A, from: 9, to: 10 },
];

pub const TWO_CORES: &[Slice] = &[
    Slice { core: 0, thread: A, from: 0, to: 2 },
    Slice { core: 1, thread: A, from: 1, to: 2 },
    Slice { core: 1, thread: B, from: 0, to: 1 },
    Slice { core: 1, thread: B, from: 2, to: 3 },
];
