//! Thread by thread, not by time, each millisecond a slice of its own.

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
    Slice { core: 0, thread: A, from: 9, to: 10 },
    Slice { core: 0, thread: A, from: 4, to: 5 },
    Slice { core: 0, thread: A, from: 2, to: 3 },
    Slice { core: 0, thread: A, from: 0, to: 1 },
    Slice { core: 0, thread: B, from: 8, to: 9 },
    Slice { core: 0, thread: B, from: 7, to: 8 },
    Slice { core: 0, thread: B, from: 6, to: 7 },
    Slice { core: 0, thread: B, from: 3, to: 4 },
    Slice { core: 0, thread: B, from: 1, to: 2 },
];

pub const TWO_CORES: &[Slice] = &[
    Slice { core: 0, thread: A, from: 7, to: 8 },
    Slice { core: 0, thread: A, from: 2, to: 3 },
    Slice { core: 0, thread: A, from: 1, to: 2 },
    Slice { core: 0, thread: A, from: 0, to: 1 },
    Slice { core: 1, thread: B, from: 6, to: 7 },
    Slice { core: 1, thread: B, from: 5, to: 6 },
    Slice { core: 1, thread: B, from: 4, to: 5 },
    Slice { core: 1, thread: B, from: 1, to: 2 },
    Slice { core: 1, thread: B, from: 0, to: 1 },
];
