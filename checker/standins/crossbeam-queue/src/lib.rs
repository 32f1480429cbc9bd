//! Stand-in for `crossbeam-queue`: a module of `crossbeam`'s.

pub use crossbeam::queue::*;
