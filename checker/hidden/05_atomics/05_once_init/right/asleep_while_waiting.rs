//! A condition variable for those who wait.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex};

pub struct OnceInit<T> {
    busy: Mutex<bool>,
    changed: Condvar,
    made: AtomicBool,
    value: UnsafeCell<MaybeUninit<T>>,
}

unsafe impl<T: Send + Sync> Sync for OnceInit<T> {}

impl<T> OnceInit<T> {
    pub const fn new() -> Self {
        Self {
            busy: Mutex::new(false),
            changed: Condvar::new(),
            made: AtomicBool::new(false),
            value: UnsafeCell::new(MaybeUninit::uninit()),
        }
    }

    pub fn get_or_init(&self, init: impl FnOnce() -> T) -> &T {
        {
            let mut busy = self.busy.lock().unwrap();
            while *busy {
                busy = self.changed.wait(busy).unwrap();
            }
            if let Some(value) = self.get() {
                return value;
            }
            *busy = true;
        }
        let _attempt = Attempt { place: self };
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

struct Attempt<'a, T> {
    place: &'a OnceInit<T>,
}

impl<T> Drop for Attempt<'_, T> {
    fn drop(&mut self) {
        *self.place.busy.lock().unwrap() = false;
        self.place.changed.notify_all();
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
