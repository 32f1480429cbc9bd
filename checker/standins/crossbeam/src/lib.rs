//! Stand-in for `crossbeam`: each type's contract, not its implementation.
//!
//! # Limitations
//!
//! `deque` and `epoch` are missing. See the table in
//! `checker/standins/README.md`.

pub mod atomic;
pub mod channel;
pub mod deque;
pub mod epoch;
pub mod queue;
pub mod sync;
pub mod thread;
pub mod utils;

pub use thread::scope;
