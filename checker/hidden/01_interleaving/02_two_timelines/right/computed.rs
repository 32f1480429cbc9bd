//! Arrays, made by functions.

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

const fn core_0(thread: Thread, from: u32, to: u32) -> Slice {
    Slice { core: 0, thread, from, to }
}

const fn core_1(thread: Thread, from: u32, to: u32) -> Slice {
    Slice { core: 1, thread, from, to }
}

pub const ONE_CORE: [Slice; 7] = [
    core_0(A, 0, 1),
    core_0(B, 1, 2),
    core_0(A, 2, 3),
    core_0(B, 3, 4),
    core_0(A, 4, 5),
    core_0(B, 6, 9),
    core_0(A, 9, 10),
];

pub static TWO_CORES: [Slice; 4] =
    [core_1(A, 0, 3), core_0(B, 0, 2), core_0(B, 4, 7), core_0(A, 7, 8)];
