//! The strongest ordering on every operation, and a yield for each round.

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::yield_now;

const WRITER: usize = usize::MAX;

pub struct TinyRwLock<T> {
    inside: AtomicUsize,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send + Sync> Sync for TinyRwLock<T> {}

impl<T> TinyRwLock<T> {
    pub fn new(value: T) -> Self {
        Self { inside: AtomicUsize::new(0), value: UnsafeCell::new(value) }
    }

    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        let one_more = |inside| if inside == WRITER { None } else { Some(inside + 1) };
        while self.inside.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_more).is_err() {
            yield_now();
        }
        let _leaves = Reader(&self.inside);
        look(unsafe { &*self.value.get() })
    }

    pub fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        while self.inside.compare_exchange(0, WRITER, Ordering::SeqCst, Ordering::SeqCst).is_err() {
            yield_now();
        }
        let _leaves = Writer(&self.inside);
        change(unsafe { &mut *self.value.get() })
    }
}

struct Reader<'a>(&'a AtomicUsize);

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

struct Writer<'a>(&'a AtomicUsize);

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        self.0.store(0, Ordering::SeqCst);
    }
}
