//! Stand-in for `lock_api::{RawMutex, RawMutexFair, RawMutexTimed}`.

use super::Around;
use super::data::Finally;
use std::ptr;

/// A lock without data.
///
/// # Safety
///
/// The lock is exclusive: no two of its guards are there at one time.
pub unsafe trait RawMutex {
    #[allow(clippy::declare_interior_mutable_const)]
    const INIT: Self;

    /// What locking hands out and unlocking takes back.
    type Guard;

    fn lock(&self) -> Self::Guard;

    fn try_lock(&self) -> Option<Self::Guard>;

    /// # Safety
    ///
    /// `guard` came from this lock, which is held.
    unsafe fn unlock(&self, guard: Self::Guard);

    fn is_locked(&self) -> bool;

    /// For the stand-in's own: tells of the lock around it, before each
    /// operation, or takes it back.
    #[doc(hidden)]
    fn within(&self, _: Option<Around>) {}

    /// For the stand-in's own: whether it is held, without a step of the model.
    #[doc(hidden)]
    fn peek(&self) -> Option<bool> {
        None
    }
}

/// A lock that can be handed to whoever waits.
///
/// # Safety
///
/// As for [`RawMutex`].
pub unsafe trait RawMutexFair: RawMutex {
    /// # Safety
    ///
    /// As for [`RawMutex::unlock`].
    unsafe fn unlock_fair(&self, guard: Self::Guard);

    /// Lets whoever waits go first.
    ///
    /// # Safety
    ///
    /// As for [`RawMutex::unlock`].
    unsafe fn bump(&self, guard: &mut Self::Guard) {
        // SAFETY: another is put in its place before the function ends.
        let old = unsafe { ptr::read(guard) };
        // SAFETY: the old one is gone by then.
        let _again = Finally(|| unsafe { ptr::write(guard, self.lock()) });
        // SAFETY: the caller sees to it.
        unsafe { self.unlock_fair(old) };
    }
}

/// A lock that can be waited for in vain.
///
/// # Safety
///
/// As for [`RawMutex`].
pub unsafe trait RawMutexTimed: RawMutex {
    type Duration;

    type Instant;

    fn try_lock_for(&self, timeout: Self::Duration) -> Option<Self::Guard>;

    fn try_lock_until(&self, timeout: Self::Instant) -> Option<Self::Guard>;
}
