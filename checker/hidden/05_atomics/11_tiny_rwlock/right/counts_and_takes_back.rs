//! A reader counts itself first, and takes it back if a writer was there.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicUsize, Ordering};

const WRITER: usize = 1 << 32;

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
        while self.inside.fetch_add(1, Ordering::Acquire) >= WRITER {
            self.inside.fetch_sub(1, Ordering::Relaxed);
            while self.inside.load(Ordering::Relaxed) >= WRITER {
                spin_loop();
            }
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
        // Readers who are about to go again are counted too: no store of 0.
        self.0.fetch_sub(WRITER, Ordering::Release);
    }
}
