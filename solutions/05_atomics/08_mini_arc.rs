//! A value with several owners; the last one gives it back.

use std::ops::Deref;
use std::sync::atomic::{AtomicUsize, Ordering, fence};

/// Owners that a value has at most.
pub const MAX_OWNERS: usize = 4;

/// What all owners of a value point to.
struct Inner<T> {
    owners: AtomicUsize,
    value: T,
}

/// One of the owners of a value.
pub struct MiniArc<T> {
    inner: *mut Inner<T>,
}

// SAFETY: whoever has an owner on another thread can reach the value by
// reference while we do, so `T` must be `Sync`; and it may be the last and drop
// the value there, so `T` must be `Send`. One of the two is not enough: a
// `MutexGuard` is `Sync` and must not be dropped elsewhere, a `Cell` is `Send`
// and must not be looked at from two threads.
unsafe impl<T: Send + Sync> Send for MiniArc<T> {}
// SAFETY: a shared `&MiniArc<T>` can be cloned on the other thread, so sharing
// an owner gives away as much as sending one.
unsafe impl<T: Send + Sync> Sync for MiniArc<T> {}

impl<T> MiniArc<T> {
    /// The first owner of `value`.
    pub fn new(value: T) -> Self {
        let inner = Inner { owners: AtomicUsize::new(1), value };
        // A `Box` would drop the value at the end of this function. As a pointer
        // it is nobody's, until `drop` makes a `Box` of it again.
        Self { inner: Box::into_raw(Box::new(inner)) }
    }

    fn inner(&self) -> &Inner<T> {
        // SAFETY: it is given back only by the last owner, and `self` is one
        // that still counts. Nobody has a `&mut` to it before that.
        unsafe { &*self.inner }
    }
}

impl<T> Clone for MiniArc<T> {
    /// One more owner of the same value.
    ///
    /// # Panics
    ///
    /// With "too many owners", if there are [`MAX_OWNERS`] already.
    fn clone(&self) -> Self {
        // Relaxed suffices. To count up publishes nothing: the new owner gets
        // to another thread by a spawn, a channel or a lock, and that orders
        // everything. And it needs to hear from nobody: `self` keeps the value
        // alive, so the count cannot have come to 0 behind our back.
        //
        // Add first, look after it. The obvious other way, to look whether
        // there is room and then add, lets two threads see the same last place.
        let before = self.inner().owners.fetch_add(1, Ordering::Relaxed);
        if before >= MAX_OWNERS {
            // The owner that was counted never comes to be. Without this line
            // nobody would ever be the last. It cannot come to 0 here, `self`
            // counts still, so Relaxed suffices.
            self.inner().owners.fetch_sub(1, Ordering::Relaxed);
            panic!("too many owners");
        }
        Self { inner: self.inner }
    }
}

impl<T> Deref for MiniArc<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.inner().value
    }
}

impl<T> Drop for MiniArc<T> {
    /// One owner less; the last one gives the value back.
    fn drop(&mut self) {
        // One indivisible step says how many there were: only one owner gets
        // a 1. To subtract and then look again at the count gives two owners a
        // 0, or reads memory that is no longer there: after the subtraction
        // this thread is no owner, and may not touch `inner`.
        //
        // Release pairs with the Acquire fence below, in whichever thread comes
        // last: all this owner did with the value happens before it is dropped.
        // Subtractions by others in between do not break the pair, for a
        // read-modify-write carries on what it found (a *release sequence*).
        if self.inner().owners.fetch_sub(1, Ordering::Release) != 1 {
            return;
        }
        // Acquire pairs with the Release of every other owner's subtraction.
        // AcqRel on the subtraction is as right; it makes every owner pay for
        // what only the last one needs. On x86 both cost the same, on ARM not.
        fence(Ordering::Acquire);
        // SAFETY: it came from a `Box` in `new`. The count was 1, so this is
        // the last owner, and the fence has put all uses by others before this.
        drop(unsafe { Box::from_raw(self.inner) });
    }
}

// What it costs: an owner's coming and going is one read-modify-write each, on
// a cache line that moves from core to core. Reading the value costs nothing.
// std's `Arc` has no limit as small as ours. It aborts above `isize::MAX`
// owners, which only `mem::forget` in a loop can reach, so that the count
// never wraps around to 0 while there are owners.
