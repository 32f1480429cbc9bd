//! A count and a flag, with SeqCst and a second look.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;

pub struct TinyRwLock<T> {
    readers: AtomicUsize,
    writing: AtomicBool,
    value: UnsafeCell<T>,
}

unsafe impl<T> Sync for TinyRwLock<T> where T: Sync + Send {}

struct Leaves<F: FnMut()>(F);

impl<F: FnMut()> Drop for Leaves<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

impl<T> TinyRwLock<T> {
    pub fn new(value: T) -> Self {
        Self {
            readers: AtomicUsize::new(0),
            writing: AtomicBool::new(false),
            value: UnsafeCell::new(value),
        }
    }

    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        loop {
            self.readers.fetch_add(1, SeqCst);
            if !self.writing.load(SeqCst) {
                break;
            }
            self.readers.fetch_sub(1, SeqCst);
            while self.writing.load(SeqCst) {
                thread::yield_now();
            }
        }
        let _leaves = Leaves(|| {
            self.readers.fetch_sub(1, SeqCst);
        });
        look(unsafe { &*self.value.get() })
    }

    pub fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        while self.writing.swap(true, SeqCst) {
            thread::yield_now();
        }
        let _leaves = Leaves(|| self.writing.store(false, SeqCst));
        while self.readers.load(SeqCst) > 0 {
            thread::yield_now();
        }
        change(unsafe { &mut *self.value.get() })
    }
}
