//@ caught-by: model
//@ because: double free
//! Takes the value out to drop it, and the `Option` drops its own.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const BUSY: u8 = 1;
const READY: u8 = 2;

pub struct OnceInit<T> {
    state: AtomicU8,
    value: UnsafeCell<Option<T>>,
}

unsafe impl<T: Send + Sync> Sync for OnceInit<T> {}

impl<T> OnceInit<T> {
    pub const fn new() -> Self {
        Self { state: AtomicU8::new(EMPTY), value: UnsafeCell::new(None) }
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        loop {
            if let Some(value) = self.get() {
                return value;
            }
            let claim =
                self.state.compare_exchange(EMPTY, BUSY, Ordering::Acquire, Ordering::Acquire);
            if claim.is_ok() {
                let mut attempt = Attempt { state: &self.state, outcome: EMPTY };
                let value = unsafe { (*self.value.get()).insert(init()) };
                attempt.outcome = READY;
                return value;
            }
            spin_loop();
        }
    }

    pub fn get(&self) -> Option<&T> {
        let is_ready = self.state.load(Ordering::Acquire) == READY;
        is_ready.then(|| unsafe { (*self.value.get()).as_ref().unwrap() })
    }
}

struct Attempt<'a> {
    state: &'a AtomicU8,
    outcome: u8,
}

impl Drop for Attempt<'_> {
    fn drop(&mut self) {
        self.state.store(self.outcome, Ordering::Release);
    }
}

impl<T> Default for OnceInit<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for OnceInit<T> {
    fn drop(&mut self) {
        if *self.state.get_mut() == READY {
            drop(unsafe { self.value.get().read() });
        }
    }
}
