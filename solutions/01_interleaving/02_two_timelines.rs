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
//
//           0  1  2  3  4  5  6  7  8  9  10
// core 0    [A][B][A][B][A]   [B  B  B][A]
// A                        (   disk   )
// B                     (net.)
//
// At no time do both run, and yet both are in progress until 9. While A waits
// for the disk, B gets on: from 5 on the two waits overlap, and the wait of A
// overlaps with the work of B. That is where 10 comes from and not 15: what is
// added up on one core is running, 9 ms, and the 1 ms in which both wait.
pub const ONE_CORE: &[Slice] = &[
    Slice { core: 0, thread: A, from: 0, to: 1 },
    Slice { core: 0, thread: B, from: 1, to: 2 },
    Slice { core: 0, thread: A, from: 2, to: 3 },
    // B has run for 2 ms and waits from 4 to 6.
    Slice { core: 0, thread: B, from: 3, to: 4 },
    // A has run for 3 ms and waits from 5 to 9.
    Slice { core: 0, thread: A, from: 4, to: 5 },
    // Both wait from 5 to 6: the core has nothing to do.
    Slice { core: 0, thread: B, from: 6, to: 9 },
    Slice { core: 0, thread: A, from: 9, to: 10 },
];

/// On a machine with two cores, 0 and 1.
//
//           0  1  2  3  4  5  6  7  8
// core 0    [A  A  A]            [A]
// core 1    [B  B]      [B  B  B]
//
// Each thread has a core whenever it is ready, so each is as fast as if it were
// alone: A takes 3 + 4 + 1, B takes 2 + 2 + 3. The longer of the two is the
// whole. No number of cores makes it shorter than 8, and half of 15 is out of
// reach: a core can take over work of the other thread, never a wait.
pub const TWO_CORES: &[Slice] = &[
    Slice { core: 0, thread: A, from: 0, to: 3 },
    Slice { core: 1, thread: B, from: 0, to: 2 },
    // A waits from 3 to 7, B from 2 to 4.
    Slice { core: 1, thread: B, from: 4, to: 7 },
    Slice { core: 0, thread: A, from: 7, to: 8 },
];
