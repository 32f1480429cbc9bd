//! Stand-in for `std::sync`.

pub use ::std::sync::*;

pub mod atomic;
mod condvar;
mod mutex;
mod poisoning;
mod rwlock;

pub use condvar::{Condvar, WaitTimeoutResult};
pub use mutex::{Mutex, MutexGuard};
pub use rwlock::{RwLock, RwLockReadGuard, RwLockWriteGuard};
