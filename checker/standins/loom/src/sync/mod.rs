//! Stand-in for `loom::sync`.

pub mod atomic;
pub mod mpsc;
mod notify;

pub use notify::Notify;
pub use standin_std::sync::{
    Arc, Barrier, Condvar, LockResult, Mutex, MutexGuard, RwLock, RwLockReadGuard,
    RwLockWriteGuard, TryLockResult, WaitTimeoutResult,
};
