//! Stand-in for `lock_api::RawRwLock` and the traits that add to it.

use super::Around;
use super::data::Finally;
use std::ptr;

/// A lock without data, for many readers or one writer.
///
/// # Safety
///
/// A guard of a writer is the only one.
pub unsafe trait RawRwLock {
    #[allow(clippy::declare_interior_mutable_const)]
    const INIT: Self;

    type SharedGuard;

    type ExclusiveGuard;

    fn lock_shared(&self) -> Self::SharedGuard;

    fn try_lock_shared(&self) -> Option<Self::SharedGuard>;

    /// # Safety
    ///
    /// `guard` came from this lock, which is held.
    unsafe fn unlock_shared(&self, guard: Self::SharedGuard);

    fn lock_exclusive(&self) -> Self::ExclusiveGuard;

    fn try_lock_exclusive(&self) -> Option<Self::ExclusiveGuard>;

    /// # Safety
    ///
    /// As for [`unlock_shared`](Self::unlock_shared).
    unsafe fn unlock_exclusive(&self, guard: Self::ExclusiveGuard);

    fn is_locked(&self) -> bool;

    fn is_locked_exclusive(&self) -> bool;

    /// For the stand-in's own: tells of the lock around it, before each
    /// operation, or takes it back.
    #[doc(hidden)]
    fn within(&self, _: Option<Around>) {}

    /// For the stand-in's own: whether a writer is in, without a step of the
    /// model.
    #[doc(hidden)]
    fn peek(&self) -> Option<bool> {
        None
    }
}

/// Gives up a guard and gets another, however `unlock` ends.
///
/// # Safety
///
/// `guard` is of a lock that is held, and `unlock` gives up what it is given.
unsafe fn bump<G>(guard: &mut G, unlock: impl FnOnce(G), lock: impl Fn() -> G) {
    // SAFETY: another is put in its place before the function ends.
    let old = unsafe { ptr::read(guard) };
    // SAFETY: the old one is gone by then.
    let _again = Finally(|| unsafe { ptr::write(guard, lock()) });
    unlock(old);
}

/// A lock that can be handed to whoever waits.
///
/// # Safety
///
/// As for [`RawRwLock`].
pub unsafe trait RawRwLockFair: RawRwLock {
    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn unlock_shared_fair(&self, guard: Self::SharedGuard);

    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn unlock_exclusive_fair(&self, guard: Self::ExclusiveGuard);

    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn bump_shared(&self, guard: &mut Self::SharedGuard) {
        // SAFETY: the caller sees to it.
        unsafe { bump(guard, |old| self.unlock_shared_fair(old), || self.lock_shared()) };
    }

    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn bump_exclusive(&self, guard: &mut Self::ExclusiveGuard) {
        // SAFETY: the caller sees to it.
        unsafe { bump(guard, |old| self.unlock_exclusive_fair(old), || self.lock_exclusive()) };
    }
}

/// A lock whose writer can become a reader.
///
/// # Safety
///
/// As for [`RawRwLock`].
pub unsafe trait RawRwLockDowngrade: RawRwLock {
    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn downgrade(&self, guard: Self::ExclusiveGuard) -> Self::SharedGuard;
}

/// A lock that can be waited for in vain.
///
/// # Safety
///
/// As for [`RawRwLock`].
pub unsafe trait RawRwLockTimed: RawRwLock {
    type Duration;

    type Instant;

    fn try_lock_shared_for(&self, timeout: Self::Duration) -> Option<Self::SharedGuard>;

    fn try_lock_shared_until(&self, timeout: Self::Instant) -> Option<Self::SharedGuard>;

    fn try_lock_exclusive_for(&self, timeout: Self::Duration) -> Option<Self::ExclusiveGuard>;

    fn try_lock_exclusive_until(&self, timeout: Self::Instant) -> Option<Self::ExclusiveGuard>;
}

/// A lock that one of its readers can come to hold as the writer.
///
/// # Safety
///
/// As for [`RawRwLock`], and there is one such reader at a time.
pub unsafe trait RawRwLockUpgrade: RawRwLock {
    type UpgradableGuard;

    fn lock_upgradable(&self) -> Self::UpgradableGuard;

    fn try_lock_upgradable(&self) -> Option<Self::UpgradableGuard>;

    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn unlock_upgradable(&self, guard: Self::UpgradableGuard);

    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn upgrade(&self, guard: Self::UpgradableGuard) -> Self::ExclusiveGuard;

    /// # Errors
    ///
    /// The guard, where there are other readers.
    ///
    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn try_upgrade(
        &self,
        guard: Self::UpgradableGuard,
    ) -> Result<Self::ExclusiveGuard, Self::UpgradableGuard>;
}

/// [`RawRwLockFair`] for the reader that can become the writer.
///
/// # Safety
///
/// As for [`RawRwLock`].
pub unsafe trait RawRwLockUpgradeFair: RawRwLockUpgrade + RawRwLockFair {
    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn unlock_upgradable_fair(&self, guard: Self::UpgradableGuard);

    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn bump_upgradable(&self, guard: &mut Self::UpgradableGuard) {
        // SAFETY: the caller sees to it.
        unsafe { bump(guard, |old| self.unlock_upgradable_fair(old), || self.lock_upgradable()) };
    }
}

/// [`RawRwLockDowngrade`] for the reader that can become the writer.
///
/// # Safety
///
/// As for [`RawRwLock`].
pub unsafe trait RawRwLockUpgradeDowngrade: RawRwLockUpgrade + RawRwLockDowngrade {
    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn downgrade_upgradable(&self, guard: Self::UpgradableGuard) -> Self::SharedGuard;

    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn downgrade_to_upgradable(&self, guard: Self::ExclusiveGuard) -> Self::UpgradableGuard;
}

/// [`RawRwLockTimed`] for the reader that can become the writer.
///
/// # Safety
///
/// As for [`RawRwLock`].
pub unsafe trait RawRwLockUpgradeTimed: RawRwLockUpgrade + RawRwLockTimed {
    fn try_lock_upgradable_for(&self, timeout: Self::Duration) -> Option<Self::UpgradableGuard>;

    fn try_lock_upgradable_until(&self, timeout: Self::Instant) -> Option<Self::UpgradableGuard>;

    /// # Errors
    ///
    /// The guard, where other readers stay too long.
    ///
    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn try_upgrade_for(
        &self,
        guard: Self::UpgradableGuard,
        timeout: Self::Duration,
    ) -> Result<Self::ExclusiveGuard, Self::UpgradableGuard>;

    /// # Errors
    ///
    /// The guard, where other readers stay too long.
    ///
    /// # Safety
    ///
    /// As for [`RawRwLock::unlock_shared`].
    unsafe fn try_upgrade_until(
        &self,
        guard: Self::UpgradableGuard,
        timeout: Self::Instant,
    ) -> Result<Self::ExclusiveGuard, Self::UpgradableGuard>;
}
