//! Stand-in for `crossbeam::deque`.
//!
//! Adversary: a steal returns [`Steal::Retry`] where another thread took
//! something from the same queue and the two could have overlapped.

mod injector;
mod queue;
mod steal;
mod worker;

pub use injector::Injector;
pub use steal::Steal;
pub use worker::{Stealer, Worker};

/// The original steals no more than this at a time.
const MAX_BATCH: usize = 32;
