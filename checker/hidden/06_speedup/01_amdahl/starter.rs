//! How much faster, and why not faster.

/// What keeps a program from being n times as fast on n cores.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cause {
    /// A part of the program in which only one core can work.
    SerialCode,
    /// What is spent on the cores' working together; it grows with them.
    Overhead,
    /// Chance.
    Noise,
}

/// What the measured times say about a program.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Diagnosis {
    /// The Karp–Flatt metric on 2 and on 8 cores.
    pub serial_fraction: [f64; 2],
    pub cause: Cause,
    /// The fewest cores with a speedup of 6, if any number is enough.
    pub cores_for_six: Option<u32>,
}

/// The speedup of the report on 8 cores, at best.
pub const REPORT_ON_8: f64 = 8.0; // TODO

/// The speedup of the report that no number of cores passes.
pub const REPORT_ON_ANY: f64 = 100.0; // TODO

/// 80 s, 42 s, 23 s and 13.5 s on 1, 2, 4 and 8 cores.
pub const TILES: Diagnosis = Diagnosis {
    // TODO
    serial_fraction: [0.0, 0.0],
    cause: Cause::Noise,
    cores_for_six: None,
};

/// 80 s, 48 s, 32 s and 24 s on 1, 2, 4 and 8 cores.
pub const LEDGER: Diagnosis = Diagnosis {
    // TODO
    serial_fraction: [0.0, 0.0],
    cause: Cause::Noise,
    cores_for_six: None,
};

/// 80 s, 42 s, 26 s and 24 s on 1, 2, 4 and 8 cores.
pub const INDEX: Diagnosis = Diagnosis {
    // TODO
    serial_fraction: [0.0, 0.0],
    cause: Cause::Noise,
    cores_for_six: None,
};
