//@ caught-by: test
//@ because: second turn from 1 to 2 while B is ready
//! The core stands by while its thread waits.

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
    Slice { core: 0, thread: A, from: 0, to: 3 },
    Slice { core: 0, thread: A, from: 7, to: 8 },
    Slice { core: 0, thread: B, from: 8, to: 10 },
    Slice { core: 0, thread: B, from: 12, to: 15 },
];

pub const TWO_CORES: &[Slice] = &[
    Slice { core: 0, thread: A, from: 0, to: 3 },
    Slice { core: 1, thread: B, from: 0, to: 2 },
    Slice { core: 1, thread: B, from: 4, to: 7 },
    Slice { core: 0, thread: A, from: 7, to: 8 },
];
