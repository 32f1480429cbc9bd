//! Stand-in for `std`: what concurrent programs share is modelled, the rest is
//! std's own.
//!
//! The learner's crate is compiled with this crate under the name `std`, so
//! `use std::…`, the prelude and std's macros all lead here. Whatever is defined
//! here wins over the glob of the original.
//!
//! # Limitations
//!
//! See the table in `checker/standins/README.md`.

pub use ::std::*;

pub mod cell;
pub mod hint;
pub mod panic;
pub mod prelude;
pub mod process;
pub mod sync;
pub mod thread;
pub mod time;

#[doc(hidden)]
pub use crate::thread::local as __local;
