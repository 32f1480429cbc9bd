//@ caught-by: test
//@ because: a writer gets in after the panic
//! Leaves at the end of the call, which a panic never reaches.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicUsize, Ordering};

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
        while self.inside.fetch_update(Ordering::Acquire, Ordering::Relaxed, one_more).is_err() {
            spin_loop();
        }
        let result = look(unsafe { &*self.value.get() });
        self.inside.fetch_sub(1, Ordering::Release);
        result
    }

    pub fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        while self.inside.compare_exchange(0, WRITER, Ordering::Acquire, Ordering::Relaxed).is_err()
        {
            spin_loop();
        }
        let result = change(unsafe { &mut *self.value.get() });
        self.inside.store(0, Ordering::Release);
        result
    }
}
