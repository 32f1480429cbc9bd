//! Stand-in for `crossbeam-channel`: a module of `crossbeam`'s.

pub use crossbeam::channel::*;
