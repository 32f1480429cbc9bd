//! Stand-in for `crossbeam`: each type's contract, not its implementation.
//!
//! The folders beside this one that begin with `crossbeam-` show its modules by
//! the names of the crates below the original.
//!
//! # Limitations
//!
//! See the table in `checker/standins/README.md`.

pub mod atomic;
pub mod channel;
pub mod deque;
pub mod epoch;
pub mod queue;
pub mod sync;
pub mod thread;
pub mod utils;

pub use thread::scope;
