//@ caught-by: bounds
//@ because: a misuse compiles
//! Sync if T is Send, as for a mutex.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicUsize, Ordering};

const WRITER: usize = usize::MAX;

pub struct TinyRwLock<T> {
    inside: AtomicUsize,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send> Sync for TinyRwLock<T> {}

impl<T> TinyRwLock<T> {
    pub fn new(value: T) -> Self {
        Self { inside: AtomicUsize::new(0), value: UnsafeCell::new(value) }
    }

    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        let one_more = |inside| if inside == WRITER { None } else { Some(inside + 1) };
        while self.inside.fetch_update(Ordering::Acquire, Ordering::Relaxed, one_more).is_err() {
            spin_loop();
        }
        let _leaves = Reader(&self.inside);
        look(unsafe { &*self.value.get() })
    }

    pub fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        while self.inside.compare_exchange(0, WRITER, Ordering::Acquire, Ordering::Relaxed).is_err()
        {
            spin_loop();
        }
        let _leaves = Writer(&self.inside);
        change(unsafe { &mut *self.value.get() })
    }
}

struct Reader<'a>(&'a AtomicUsize);

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Release);
    }
}

struct Writer<'a>(&'a AtomicUsize);

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        self.0.store(0, Ordering::Release);
    }
}
