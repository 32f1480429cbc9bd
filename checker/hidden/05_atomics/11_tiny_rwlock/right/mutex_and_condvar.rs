//! Who waits sleeps; a mutex guards the numbers, not the value.

use std::cell::UnsafeCell;
use std::sync::{Condvar, Mutex, MutexGuard};

#[derive(Default)]
struct Inside {
    readers: usize,
    writer: bool,
}

pub struct TinyRwLock<T> {
    inside: Mutex<Inside>,
    left: Condvar,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send + Sync> Sync for TinyRwLock<T> {}

impl<T> TinyRwLock<T> {
    pub fn new(value: T) -> Self {
        Self { inside: Mutex::default(), left: Condvar::new(), value: UnsafeCell::new(value) }
    }

    fn inside(&self) -> MutexGuard<'_, Inside> {
        self.inside.lock().unwrap()
    }

    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        self.left.wait_while(self.inside(), |inside| inside.writer).unwrap().readers += 1;
        let _visit = Visit { lock: self, writes: false };
        look(unsafe { &*self.value.get() })
    }

    pub fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        let busy = |inside: &mut Inside| inside.writer || inside.readers > 0;
        self.left.wait_while(self.inside(), busy).unwrap().writer = true;
        let _visit = Visit { lock: self, writes: true };
        change(unsafe { &mut *self.value.get() })
    }
}

struct Visit<'a, T> {
    lock: &'a TinyRwLock<T>,
    writes: bool,
}

impl<T> Drop for Visit<'_, T> {
    fn drop(&mut self) {
        let mut inside = self.lock.inside();
        if self.writes {
            inside.writer = false;
        } else {
            inside.readers -= 1;
        }
        drop(inside);
        self.lock.left.notify_all();
    }
}
