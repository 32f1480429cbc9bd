//! Stand-in for `std::sync`.

pub use ::std::sync::*;

pub mod atomic;
mod condvar;
mod mutex;
mod poisoning;

pub use condvar::{Condvar, WaitTimeoutResult};
pub use mutex::{Mutex, MutexGuard};
