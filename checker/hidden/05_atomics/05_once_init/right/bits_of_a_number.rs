//! The claim is a bit that `fetch_or` sets and a panic clears.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicU8, Ordering};

const CLAIMED: u8 = 1;
const READY: u8 = 2;

pub struct OnceInit<T> {
    state: AtomicU8,
    value: UnsafeCell<MaybeUninit<T>>,
}

unsafe impl<T: Send + Sync> Sync for OnceInit<T> {}

impl<T> OnceInit<T> {
    pub const fn new() -> Self {
        Self { state: AtomicU8::new(0), value: UnsafeCell::new(MaybeUninit::uninit()) }
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        while self.state.fetch_or(CLAIMED, Ordering::Acquire) & CLAIMED != 0 {
            spin_loop();
        }
        // Held by readers too, for a moment: clumsy, and right.
        let _claim = Unclaim(&self.state);
        if let Some(value) = self.get() {
            return value;
        }
        let value = init();
        let value = unsafe { (*self.value.get()).write(value) };
        self.state.fetch_or(READY, Ordering::Release);
        value
    }

    pub fn get(&self) -> Option<&T> {
        let is_ready = self.state.load(Ordering::Acquire) & READY != 0;
        is_ready.then(|| unsafe { (*self.value.get()).assume_init_ref() })
    }
}

struct Unclaim<'a>(&'a AtomicU8);

impl Drop for Unclaim<'_> {
    fn drop(&mut self) {
        self.0.fetch_and(!CLAIMED, Ordering::Release);
    }
}

impl<T> Default for OnceInit<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for OnceInit<T> {
    fn drop(&mut self) {
        if *self.state.get_mut() & READY != 0 {
            unsafe { self.value.get_mut().assume_init_drop() };
        }
    }
}
