//@ caught-by: model
//@ because: data race
//! Looks, and makes the value if there is none: both ships look first.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering};

pub struct OnceInit<T> {
    made: AtomicBool,
    value: UnsafeCell<MaybeUninit<T>>,
}

unsafe impl<T: Send + Sync> Sync for OnceInit<T> {}

impl<T> OnceInit<T> {
    pub const fn new() -> Self {
        Self { made: AtomicBool::new(false), value: UnsafeCell::new(MaybeUninit::uninit()) }
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        if !self.made.load(Ordering::Acquire) {
            let value = init();
            unsafe { (*self.value.get()).write(value) };
            self.made.store(true, Ordering::Release);
        }
        unsafe { (*self.value.get()).assume_init_ref() }
    }

    pub fn get(&self) -> Option<&T> {
        let made = self.made.load(Ordering::Acquire);
        made.then(|| unsafe { (*self.value.get()).assume_init_ref() })
    }
}

impl<T> Default for OnceInit<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for OnceInit<T> {
    fn drop(&mut self) {
        if *self.made.get_mut() {
            unsafe { self.value.get_mut().assume_init_drop() };
        }
    }
}
