//@ caught-by: test
//@ because: thread that runs on core 0 from 0 to 1 beside A
//! Both threads run on core 0 at the same time.

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
    Slice { core: 0, thread: B, from: 0, to: 2 },
    Slice { core: 0, thread: B, from: 4, to: 7 },
    Slice { core: 0, thread: A, from: 7, to: 8 },
];

pub const TWO_CORES: &[Slice] = &[
    Slice { core: 0, thread: A, from: 0, to: 3 },
    Slice { core: 1, thread: B, from: 0, to: 2 },
    Slice { core: 1, thread: B, from: 4, to: 7 },
    Slice { core: 0, thread: A, from: 7, to: 8 },
];
