//! A `Mutex` for those who make and a flag for those who read.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

pub struct OnceInit<T> {
    making: Mutex<()>,
    made: AtomicBool,
    value: UnsafeCell<MaybeUninit<T>>,
}

unsafe impl<T: Send + Sync> Sync for OnceInit<T> {}

impl<T> OnceInit<T> {
    pub const fn new() -> Self {
        Self {
            making: Mutex::new(()),
            made: AtomicBool::new(false),
            value: UnsafeCell::new(MaybeUninit::uninit()),
        }
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        if let Some(value) = self.get() {
            return value;
        }
        // Poisoned means that somebody tried before.
        let _making = self.making.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(value) = self.get() {
            return value;
        }
        let value = init();
        let value = unsafe { (*self.value.get()).write(value) };
        self.made.store(true, Ordering::Release);
        value
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
