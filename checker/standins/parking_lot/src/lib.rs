//! Stand-in for `parking_lot`.
//!
//! The types are the stand-in's own rather than `lock_api`'s over raw locks:
//! so each row of a trace has the learner's line and the value in the lock.
//!
//! # Limitations
//!
//! See the table in `checker/standins/README.md`.

mod condvar;
mod mutex;
mod once;
mod remutex;
mod rwlock;
mod timeout;

pub use condvar::{Condvar, WaitTimeoutResult};
pub use mutex::{
    FairMutex, FairMutexGuard, MappedFairMutexGuard, MappedMutexGuard, Mutex, MutexGuard,
};
pub use once::{Once, OnceState};
pub use remutex::{MappedReentrantMutexGuard, ReentrantMutex, ReentrantMutexGuard};
pub use rwlock::{
    MappedRecursiveRwLockReadGuard, MappedRecursiveRwLockWriteGuard, MappedRwLockReadGuard,
    MappedRwLockWriteGuard, RecursiveRwLock, RecursiveRwLockReadGuard,
    RecursiveRwLockUpgradableReadGuard, RecursiveRwLockWriteGuard, RwLock, RwLockReadGuard,
    RwLockUpgradableReadGuard, RwLockWriteGuard,
};
