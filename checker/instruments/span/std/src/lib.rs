//! Stand-in for `std` that tells `strands` where threads fork and join, and what
//! locks are taken and for how long. Threads and locks are std's own beneath.
//!
//! # Limitations
//!
//! - A thread goes on after what it joined; what it waited for in another way, a
//!   message say, is not on its path.
//! - Readers of a `RwLock` do not count as holders of it.

pub use ::std::*;

pub mod sync;
pub mod thread;
