//@ caught-by: model
//@ because: data race
//! Who loses the claim reads at once: "somebody is making it".

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicU8, Ordering};

const EMPTY: u8 = 0;
const BUSY: u8 = 1;
const READY: u8 = 2;

pub struct OnceInit<T> {
    state: AtomicU8,
    value: UnsafeCell<MaybeUninit<T>>,
}

unsafe impl<T: Send + Sync> Sync for OnceInit<T> {}

impl<T> OnceInit<T> {
    pub const fn new() -> Self {
        Self { state: AtomicU8::new(EMPTY), value: UnsafeCell::new(MaybeUninit::uninit()) }
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        let claim = self.state.compare_exchange(EMPTY, BUSY, Ordering::AcqRel, Ordering::Acquire);
        if claim.is_ok() {
            let mut attempt = Attempt { state: &self.state, outcome: EMPTY };
            unsafe { (*self.value.get()).write(init()) };
            attempt.outcome = READY;
        }
        unsafe { (*self.value.get()).assume_init_ref() }
    }

    pub fn get(&self) -> Option<&T> {
        let is_ready = self.state.load(Ordering::Acquire) == READY;
        is_ready.then(|| unsafe { (*self.value.get()).assume_init_ref() })
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
            unsafe { self.value.get_mut().assume_init_drop() };
        }
    }
}
