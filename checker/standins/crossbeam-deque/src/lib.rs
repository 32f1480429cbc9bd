//! Stand-in for `crossbeam-deque`: a module of `crossbeam`'s.

pub use crossbeam::deque::*;
