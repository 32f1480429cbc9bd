//! A lock that waits by looking again.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::ops::{Deref, DerefMut};
use std::sync::atomic::{AtomicBool, Ordering};

/// A value that one thread at a time may use.
pub struct SpinLock<T> {
    taken: AtomicBool,
    value: UnsafeCell<T>,
}

// SAFETY: the lock gives out one guard at a time, so a shared lock hands its
// value from thread to thread; that is what `Send` allows. `T: Sync` is not
// needed, since no two threads have a `&T` at the same time. Without any bound,
// two threads could each clone an `Rc` out of the lock, and from then on change
// its count at the same time.
//
// `Send` needs no line: `AtomicBool` and `UnsafeCell<T>` are `Send` if `T` is.
unsafe impl<T: Send> Sync for SpinLock<T> {}

impl<T> SpinLock<T> {
    /// A free lock around a value.
    pub const fn new(value: T) -> Self {
        Self { taken: AtomicBool::new(false), value: UnsafeCell::new(value) }
    }

    /// Waits until the lock is free and takes it.
    pub fn lock(&self) -> SpinGuard<'_, T> {
        // Looking and taking is one operation: `swap` takes the lock in any
        // case, and says whether it was free. A load and then a store leave a
        // gap in which another thread sees it free as well.
        //
        // Acquire pairs with the Release in `drop`: what the last holder did
        // happens before what this one does. A lock that is free for the first
        // time has no last holder, and whoever shares the lock with this thread
        // has ordered its making before.
        while self.taken.swap(true, Ordering::Acquire) {
            // Each swap takes the cache line away from the holder. Between two
            // of them it is enough to look, which all cores can do at once.
            // Relaxed suffices: it decides only when to try again.
            while self.taken.load(Ordering::Relaxed) {
                spin_loop();
            }
        }
        SpinGuard { lock: self }
    }
}

/// The right to use the value, until it is dropped.
pub struct SpinGuard<'a, T> {
    lock: &'a SpinLock<T>,
}

// SAFETY: a `&SpinGuard` gives a `&T` and nothing else. Without this line the
// compiler would look at the field: a `&SpinLock<T>` is `Sync` if `T` is `Send`,
// and two threads could each have a `&Cell` of one guard.
//
// `Send` is right without a line: a guard can be sent if the reference in it
// can, which takes `T: Send`; and this lock does not mind who gives it back.
unsafe impl<T: Sync> Sync for SpinGuard<'_, T> {}

impl<T> Deref for SpinGuard<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: while this guard is alive the lock is taken, so there is no
        // other guard and no `&mut T` but through this one, which is borrowed.
        unsafe { &*self.lock.value.get() }
    }
}

impl<T> DerefMut for SpinGuard<'_, T> {
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as above, and `&mut self` shows that nobody has a `&T`.
        unsafe { &mut *self.lock.value.get() }
    }
}

// In `drop`, and not in an `unlock` that somebody has to call: a panic unwinds
// through here as well.
impl<T> Drop for SpinGuard<'_, T> {
    fn drop(&mut self) {
        // Release pairs with the Acquire in `lock`. A plain store suffices, no
        // exchange: only the holder writes `false`.
        self.lock.taken.store(false, Ordering::Release);
    }
}

// What it costs: who waits keeps a core busy, and if the holder is interrupted
// in its section, for whole milliseconds. `std::sync::Mutex` spins for a moment
// and then sleeps, which is why it is the one to use.
