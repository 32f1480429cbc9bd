//! Stand-in for `crossbeam-epoch`: a module of `crossbeam`'s.

pub use crossbeam::epoch::*;
