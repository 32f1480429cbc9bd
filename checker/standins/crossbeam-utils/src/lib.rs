//! Stand-in for `crossbeam-utils`: what `crossbeam`'s shows in its modules.

pub use crossbeam::utils::{Backoff, CachePadded};
pub use crossbeam::{atomic, sync, thread};
