//! Stand-in for `lock_api::{GetThreadId, RawReentrantMutex}`.

use super::{RawMutex, RawMutexFair, RawMutexTimed};
use engine::cell::Cell;
use std::num::NonZeroUsize;

/// Tells threads apart.
///
/// # Safety
///
/// No two threads that are alive have the same number.
pub unsafe trait GetThreadId {
    #[allow(clippy::declare_interior_mutable_const)]
    const INIT: Self;

    fn nonzero_thread_id(&self) -> NonZeroUsize;
}

/// A raw lock, who holds it and how often.
pub struct RawReentrantMutex<R: RawMutex, G> {
    owner: Cell<usize>,
    count: Cell<usize>,
    guard: Cell<Option<R::Guard>>,
    pub(super) get_thread_id: G,
    pub(super) mutex: R,
}

// SAFETY: who owns the lock is looked up by number, and the rest is the
// owner's; a model runs on one operating-system thread.
unsafe impl<R: RawMutex + Send, G: Send> Send for RawReentrantMutex<R, G> {}
// SAFETY: as above.
unsafe impl<R: RawMutex + Sync, G: GetThreadId + Sync> Sync for RawReentrantMutex<R, G> {}

impl<R: RawMutex, G> RawReentrantMutex<R, G> {
    pub(super) const fn new(mutex: R, get_thread_id: G) -> Self {
        Self {
            owner: Cell::new(0),
            count: Cell::new(0),
            guard: Cell::new(None),
            get_thread_id,
            mutex,
        }
    }
}

impl<R: RawMutex, G: GetThreadId> RawReentrantMutex<R, G> {
    /// Takes the lock once more, by `take` if it is not the thread's already.
    fn enter(&self, take: impl FnOnce(&R) -> Option<R::Guard>) -> bool {
        if !self.is_owned_by_current_thread() {
            let Some(guard) = take(&self.mutex) else { return false };
            self.guard.set(Some(guard));
            self.owner.set(self.get_thread_id.nonzero_thread_id().get());
        }
        let more = self.count.get().checked_add(1);
        self.count.set(more.expect("ReentrantMutex lock count overflow"));
        true
    }

    fn leave(&self, give_back: impl FnOnce(&R, R::Guard)) {
        self.count.set(self.count.get() - 1);
        if self.count.get() == 0 {
            self.owner.set(0);
            give_back(&self.mutex, self.guard.take().expect("the lock is held"));
        }
    }

    #[track_caller]
    pub fn lock(&self) {
        self.enter(|raw| Some(raw.lock()));
    }

    /// Whether it was taken.
    #[track_caller]
    pub fn try_lock(&self) -> bool {
        self.enter(|raw| raw.try_lock())
    }

    /// # Safety
    ///
    /// The thread holds the lock.
    #[track_caller]
    pub unsafe fn unlock(&self) {
        // SAFETY: the caller sees to it.
        self.leave(|raw, guard| unsafe { raw.unlock(guard) });
    }

    #[track_caller]
    pub fn is_locked(&self) -> bool {
        self.mutex.is_locked()
    }

    pub fn is_owned_by_current_thread(&self) -> bool {
        self.owner.get() == self.get_thread_id.nonzero_thread_id().get()
    }
}

impl<R: RawMutexFair, G: GetThreadId> RawReentrantMutex<R, G> {
    /// # Safety
    ///
    /// The thread holds the lock.
    #[track_caller]
    pub unsafe fn unlock_fair(&self) {
        // SAFETY: the caller sees to it.
        self.leave(|raw, guard| unsafe { raw.unlock_fair(guard) });
    }

    /// Lets whoever waits go first, where the lock was taken once.
    ///
    /// # Safety
    ///
    /// The thread holds the lock.
    #[track_caller]
    pub unsafe fn bump(&self) {
        if self.count.get() != 1 {
            return;
        }
        let owner = self.owner.replace(0);
        self.count.set(0);
        let mut guard = self.guard.take().expect("the lock is held");
        // SAFETY: the caller sees to it.
        unsafe { self.mutex.bump(&mut guard) };
        self.guard.set(Some(guard));
        self.count.set(1);
        self.owner.set(owner);
    }
}

impl<R: RawMutexTimed, G: GetThreadId> RawReentrantMutex<R, G> {
    /// Whether it was taken.
    #[track_caller]
    pub fn try_lock_until(&self, timeout: R::Instant) -> bool {
        self.enter(|raw| raw.try_lock_until(timeout))
    }

    /// Whether it was taken.
    #[track_caller]
    pub fn try_lock_for(&self, timeout: R::Duration) -> bool {
        self.enter(|raw| raw.try_lock_for(timeout))
    }
}
