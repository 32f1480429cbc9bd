//! A pointer to a box, null while there is none; a lock keeps makers apart.

use std::marker::PhantomData;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering};
use std::thread;

pub struct OnceInit<T> {
    value: AtomicPtr<T>,
    busy: AtomicBool,
    // `AtomicPtr` is `Send` and `Sync` whatever it points to.
    owns: PhantomData<*const T>,
}

unsafe impl<T: Send> Send for OnceInit<T> {}
unsafe impl<T: Send + Sync> Sync for OnceInit<T> {}

struct Busy<'a>(&'a AtomicBool);

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

impl<T> OnceInit<T> {
    pub const fn new() -> Self {
        Self {
            value: AtomicPtr::new(ptr::null_mut()),
            busy: AtomicBool::new(false),
            owns: PhantomData,
        }
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        while self.busy.swap(true, Ordering::Acquire) {
            thread::yield_now();
        }
        let _busy = Busy(&self.busy);
        if let Some(value) = self.get() {
            return value;
        }
        let made = Box::into_raw(Box::new(init()));
        self.value.store(made, Ordering::Release);
        unsafe { &*made }
    }

    pub fn get(&self) -> Option<&T> {
        unsafe { self.value.load(Ordering::Acquire).as_ref() }
    }
}

impl<T> Default for OnceInit<T> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T> Drop for OnceInit<T> {
    fn drop(&mut self) {
        let made = *self.value.get_mut();
        if !made.is_null() {
            drop(unsafe { Box::from_raw(made) });
        }
    }
}
