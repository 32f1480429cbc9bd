//! A value that is made by whoever needs it first.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicU8, Ordering};

/// No value, and nobody is making one.
const EMPTY: u8 = 0;
/// One thread is making the value.
const BUSY: u8 = 1;
/// The value is there, and stays.
const READY: u8 = 2;

/// A place for a value that is made once.
//
// Two states are not enough: between "there is none" and "there is one" lies
// the time in which somebody is making it, and the others need to see that. A
// `Mutex` around the whole would be right, but then every read of the finished
// value waits for every other one.
pub struct OnceInit<T> {
    state: AtomicU8,
    value: UnsafeCell<MaybeUninit<T>>,
}

// SAFETY: a shared place gives each thread a `&T`, hence `T: Sync`. The thread
// that makes the value need not be the one that drops it, so the value moves
// from one to the other, hence `T: Send`.
unsafe impl<T: Send + Sync> Sync for OnceInit<T> {}

impl<T> OnceInit<T> {
    /// An empty place.
    pub const fn new() -> Self {
        Self { state: AtomicU8::new(EMPTY), value: UnsafeCell::new(MaybeUninit::uninit()) }
    }

    /// The value, made by `init` if there is none.
    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        loop {
            // The usual case first: a load, which all cores can do at once.
            if let Some(value) = self.get() {
                return value;
            }
            // Only one thread gets from EMPTY to BUSY, and whoever does not
            // looks again. The strong exchange, though a weak one would do in
            // this loop: its failure always means that somebody was faster.
            //
            // Acquire pairs with the Release of an attempt that panicked: what
            // that one has changed elsewhere is seen by the next one. For the
            // value itself Relaxed would suffice, on failure too: the next
            // round looks again, with Acquire.
            let claim =
                self.state.compare_exchange(EMPTY, BUSY, Ordering::Acquire, Ordering::Relaxed);
            if claim.is_ok() {
                return self.make(init);
            }
            spin_loop();
        }
    }

    /// Makes the value, after this thread has made the state BUSY.
    fn make(&self, init: impl FnOnce() -> T) -> &T {
        // If `init` panics, this is dropped while unwinding. Without it the
        // place would be BUSY for ever, and so would be those who wait.
        let mut attempt = Attempt { state: &self.state, outcome: EMPTY };
        // Called before anything is written, so a panic leaves nothing behind.
        let value = init();
        // SAFETY: only one thread at a time is between BUSY and the end of its
        // attempt, and nobody reads the value before it has seen READY.
        let value = unsafe { (*self.value.get()).write(value) };
        attempt.outcome = READY;
        value
        // Here the attempt ends, after the value was written.
    }

    /// The value, if there is one.
    pub fn get(&self) -> Option<&T> {
        // Acquire pairs with the Release at the end of the attempt: who reads
        // READY sees the whole value.
        let is_ready = self.state.load(Ordering::Acquire) == READY;
        // SAFETY: READY is stored after the value was written, and after that
        // nobody writes to it until `drop`, which has the place for itself.
        is_ready.then(|| unsafe { (*self.value.get()).assume_init_ref() })
    }
}

/// An attempt to make the value. When it ends, the state becomes its outcome.
struct Attempt<'a> {
    state: &'a AtomicU8,
    outcome: u8,
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        // Release pairs with the Acquire in `get`, and with that of the claim.
        self.state.store(self.outcome, Ordering::Release);
    }
}

impl<T> Default for OnceInit<T> {
    fn default() -> Self {
        Self::new()
    }
}

// A `MaybeUninit` does not know whether there is something to drop.
impl<T> Drop for OnceInit<T> {
    fn drop(&mut self) {
        // `get_mut` and no load: `&mut self` shows that no other thread is here,
        // and whatever gave it has ordered all they did before.
        if *self.state.get_mut() == READY {
            // SAFETY: READY means that the value was written; nobody drops it
            // but this, once.
            unsafe { self.value.get_mut().assume_init_drop() };
        }
    }
}

// What it costs: a load and a branch for each `get`. Those who wait spin for as
// long as `init` takes, which is why `std::sync::OnceLock` lets them sleep.
