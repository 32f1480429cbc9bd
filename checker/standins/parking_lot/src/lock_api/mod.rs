//! Stand-in for `lock_api`, which `parking_lot` re-exports.
//!
//! The types are written anew rather than taken from the real crate because a
//! trace shows the value in a lock and the place it was created, and only the
//! type around a raw lock knows either: see [`Around`]. A raw lock of the
//! learner's own is one like any other.

mod around;
mod condvar;
mod data;
mod mutex;
mod mutex_guard;
mod mutex_mapped;
mod raw_mutex;
mod raw_remutex;
mod raw_rwlock;
mod remutex;
mod remutex_guard;
mod remutex_mapped;
mod rwlock;
mod rwlock_arc;
mod rwlock_guard;
mod rwlock_mapped;
mod rwlock_upgrade;

#[doc(hidden)]
pub use around::Around;
pub(crate) use around::Told;
pub use condvar::{Condvar, RawCondvar, RawCondvarTimed, WaitTimeoutResult};
pub use mutex::Mutex;
pub use mutex_guard::{ArcMutexGuard, MutexGuard};
pub use mutex_mapped::MappedMutexGuard;
pub use raw_mutex::{RawMutex, RawMutexFair, RawMutexTimed};
pub use raw_remutex::{GetThreadId, RawReentrantMutex};
pub use raw_rwlock::{
    RawRwLock, RawRwLockDowngrade, RawRwLockFair, RawRwLockTimed, RawRwLockUpgrade,
    RawRwLockUpgradeDowngrade, RawRwLockUpgradeFair, RawRwLockUpgradeTimed,
};
pub use remutex::ReentrantMutex;
pub use remutex_guard::{ArcReentrantMutexGuard, ReentrantMutexGuard};
pub use remutex_mapped::MappedReentrantMutexGuard;
pub use rwlock::RwLock;
pub use rwlock_guard::{
    ArcRwLockReadGuard, ArcRwLockUpgradableReadGuard, ArcRwLockWriteGuard, RwLockReadGuard,
    RwLockUpgradableReadGuard, RwLockWriteGuard,
};
pub use rwlock_mapped::{MappedRwLockReadGuard, MappedRwLockWriteGuard};

use std::marker::PhantomData;

/// What a raw lock hands out whose guards may go to another thread.
#[derive(Default)]
pub struct GuardSend(());

impl GuardSend {
    #[must_use]
    pub const fn new() -> Self {
        Self(())
    }
}

/// What a raw lock hands out whose guards stay in their thread.
#[derive(Default)]
pub struct GuardNoSend(PhantomData<*mut ()>);

impl GuardNoSend {
    #[must_use]
    pub const fn new() -> Self {
        Self(PhantomData)
    }
}

// SAFETY: there is nothing in it.
unsafe impl Sync for GuardNoSend {}
