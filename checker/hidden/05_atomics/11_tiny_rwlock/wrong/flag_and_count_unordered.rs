//@ caught-by: model
//@ because: 1 stale read is enough
//! A flag and a count, a second look, and no SeqCst.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

pub struct TinyRwLock<T> {
    inside: AtomicUsize,
    writing: AtomicBool,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send + Sync> Sync for TinyRwLock<T> {}

impl<T> TinyRwLock<T> {
    pub fn new(value: T) -> Self {
        Self {
            inside: AtomicUsize::new(0),
            writing: AtomicBool::new(false),
            value: UnsafeCell::new(value),
        }
    }

    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        loop {
            self.inside.fetch_add(1, Ordering::AcqRel);
            if !self.writing.load(Ordering::Acquire) {
                break;
            }
            self.inside.fetch_sub(1, Ordering::AcqRel);
            spin_loop();
        }
        let _leaves = Reader(&self.inside);
        look(unsafe { &*self.value.get() })
    }

    pub fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        while self.writing.swap(true, Ordering::AcqRel) {
            spin_loop();
        }
        while self.inside.load(Ordering::Acquire) > 0 {
            spin_loop();
        }
        let _leaves = Writer(&self.writing);
        change(unsafe { &mut *self.value.get() })
    }
}

struct Reader<'a>(&'a AtomicUsize);

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Release);
    }
}

struct Writer<'a>(&'a AtomicBool);

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}
