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
//
// 10 minutes stay, 90 become 11.25: 100 / 21.25 = 4.7. Not 7.2, which is 8 less
// a tenth: a tenth of the time is lost to *all* cores, and while one of them
// reads the file the other seven have nothing to do.
pub const REPORT_ON_8: f64 = 100.0 / (10.0 + 90.0 / 8.0);

/// The speedup of the report that no number of cores passes.
//
// The 10 minutes are still there when nothing is left of the 90. Not infinity:
// the first 8 cores bring 4.7, and all the cores of the world bring 10.
pub const REPORT_ON_ANY: f64 = 100.0 / 10.0;

/// 80 s, 42 s, 23 s and 13.5 s on 1, 2, 4 and 8 cores.
//
// (42 / 80 - 1/2) / (1/2) = 0.05, and (13.5 / 80 - 1/8) / (7/8) = 0.05: constant,
// so it is serial code, 4 s of the 80. Its limit is 1 / 0.05 = 20, so 6 is within
// reach: 0.05 + 0.95 / n <= 1/6 from n = 8.14 on, that is on 9 cores.
pub const TILES: Diagnosis =
    Diagnosis { serial_fraction: [0.05, 0.05], cause: Cause::SerialCode, cores_for_six: Some(9) };

/// 80 s, 48 s, 32 s and 24 s on 1, 2, 4 and 8 cores.
//
// Constant as well, but 16 s of the 80: 1 / 0.2 = 5 is the end. Cores do not
// help here; what helps is to make the serial part shorter.
pub const LEDGER: Diagnosis =
    Diagnosis { serial_fraction: [0.2, 0.2], cause: Cause::SerialCode, cores_for_six: None };

/// 80 s, 42 s, 26 s and 24 s on 1, 2, 4 and 8 cores.
//
// As good as TILES on 2 cores and as bad as LEDGER on 8: 0.05, 0.1, 0.2. It
// doubles with the cores, so it is neither serial code, which would stay, nor
// noise, which the medians of twenty runs do not show. The times are those of
// 80 / n + 2 (n - 1): each core more costs 2 s. From 8 cores on it gets slower,
// and a prediction from 2 cores would have promised 6 times on 9.
pub const INDEX: Diagnosis =
    Diagnosis { serial_fraction: [0.05, 0.2], cause: Cause::Overhead, cores_for_six: None };
