//! Two flags, and `catch_unwind` in place of a destructor.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::mem::MaybeUninit;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, Ordering};

pub struct OnceInit<T> {
    claimed: AtomicBool,
    made: AtomicBool,
    value: UnsafeCell<MaybeUninit<T>>,
}

unsafe impl<T: Send + Sync> Sync for OnceInit<T> {}

impl<T> OnceInit<T> {
    pub const fn new() -> Self {
        Self {
            claimed: AtomicBool::new(false),
            made: AtomicBool::new(false),
            value: UnsafeCell::new(MaybeUninit::uninit()),
        }
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        while self.claimed.swap(true, Ordering::Acquire) {
            if let Some(value) = self.get() {
                return value;
            }
            spin_loop();
        }
        match catch_unwind(AssertUnwindSafe(init)) {
            Ok(value) => {
                let value = unsafe { (*self.value.get()).write(value) };
                self.made.store(true, Ordering::Release);
                value
            }
            Err(payload) => {
                self.claimed.store(false, Ordering::Release);
                resume_unwind(payload)
            }
        }
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
