//! A pot of permits: a reader takes one, a writer takes them all.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicI32, Ordering};

const ALL: i32 = 1 << 20;

pub struct TinyRwLock<T> {
    permits: AtomicI32,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send + Sync> Sync for TinyRwLock<T> {}

struct Taken<'a>(&'a AtomicI32, i32);

impl<'a> Taken<'a> {
    fn take(permits: &'a AtomicI32, number: i32) -> Self {
        loop {
            let left = permits.load(Ordering::Relaxed);
            if left >= number
                && permits
                    .compare_exchange(left, left - number, Ordering::Acquire, Ordering::Relaxed)
                    .is_ok()
            {
                return Self(permits, number);
            }
            std::hint::spin_loop();
        }
    }
}

impl Drop for Taken<'_> {
    fn drop(&mut self) {
        self.0.fetch_add(self.1, Ordering::Release);
    }
}

impl<T> TinyRwLock<T> {
    pub fn new(value: T) -> Self {
        Self { permits: AtomicI32::new(ALL), value: UnsafeCell::new(value) }
    }

    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        let _one = Taken::take(&self.permits, 1);
        look(unsafe { &*self.value.get() })
    }

    pub fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let _all = Taken::take(&self.permits, ALL);
        change(unsafe { &mut *self.value.get() })
    }
}
