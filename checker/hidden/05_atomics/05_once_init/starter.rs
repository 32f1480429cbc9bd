//! A value that is made by whoever needs it first.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering};

/// A place for a value that is made once.
pub struct OnceInit<T> {
    made: AtomicBool,
    value: UnsafeCell<MaybeUninit<T>>,
}

// TODO: for which `T` may threads share it? Say why: `// SAFETY: …`
unsafe impl<T> Sync for OnceInit<T> {}

impl<T> OnceInit<T> {
    /// An empty place.
    pub const fn new() -> Self {
        Self { made: AtomicBool::new(false), value: UnsafeCell::new(MaybeUninit::uninit()) }
    }

    /// The value, made by `init` if there is none.
    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        // TODO: let one thread make the value while the others wait for it, and
        // the next one try if that fails.
        if !self.made.load(Ordering::Acquire) {
            let value = init();
            // TODO: `// SAFETY: …`
            unsafe { (*self.value.get()).write(value) };
            self.made.store(true, Ordering::Release);
        }
        // TODO: `// SAFETY: …`
        unsafe { (*self.value.get()).assume_init_ref() }
    }

    /// The value, if there is one.
    pub fn get(&self) -> Option<&T> {
        // TODO: `// SAFETY: …`
        let value = || unsafe { (*self.value.get()).assume_init_ref() };
        self.made.load(Ordering::Acquire).then(value)
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
            // TODO: `// SAFETY: …`
            unsafe { self.value.get_mut().assume_init_drop() };
        }
    }
}
