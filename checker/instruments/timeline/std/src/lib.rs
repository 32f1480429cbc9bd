//! `std` that tells the recorder when a thread begins, waits and ends.
//!
//! The learner's crate is compiled with this crate under the name `std`. Every
//! type is std's own with a name of ours around it, and everything else is
//! std's. Where nobody has to wait, nothing is written down.
//!
//! # Limitations
//!
//! - `LazyLock` is std's: a thread that waits for its first use waits for
//!   nothing that has a name. Input, output and other processes likewise.
//! - What is std's and not of the same type as ours cannot be exchanged with a
//!   crate that runs on the real `std`: a `Mutex`, say.

pub use ::std::*;

pub mod process;
pub mod sync;
pub mod thread;
