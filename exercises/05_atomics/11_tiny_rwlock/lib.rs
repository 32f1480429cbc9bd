//! A lock for many readers or one writer.

use std::cell::UnsafeCell;
use std::hint::spin_loop;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// A value that many may look at, or one may change.
pub struct TinyRwLock<T> {
    /// How many readers are inside.
    readers: AtomicUsize,
    /// Whether a writer is inside.
    writing: AtomicBool,
    value: UnsafeCell<T>,
}

// TODO: for which `T` is this true?
unsafe impl<T> Sync for TinyRwLock<T> {}

impl<T> TinyRwLock<T> {
    /// A lock with nobody inside.
    pub fn new(value: T) -> Self {
        Self {
            readers: AtomicUsize::new(0),
            writing: AtomicBool::new(false),
            value: UnsafeCell::new(value),
        }
    }

    /// Calls `look` when no writer is inside, together with other readers.
    pub fn read<R>(&self, look: impl FnOnce(&T) -> R) -> R {
        // TODO: nothing must fit between the look at one word and the change of another.
        while self.writing.load(Ordering::Acquire) {
            spin_loop();
        }
        self.readers.fetch_add(1, Ordering::Acquire);
        let _leaves = Reader(&self.readers);
        look(unsafe { &*self.value.get() })
    }

    /// Calls `change` when nobody else is inside.
    pub fn write<R>(&self, change: impl FnOnce(&mut T) -> R) -> R {
        // TODO: as above.
        while self.readers.load(Ordering::Acquire) > 0 {
            spin_loop();
        }
        while self.writing.swap(true, Ordering::Acquire) {
            spin_loop();
        }
        let _leaves = Writer(&self.writing);
        change(unsafe { &mut *self.value.get() })
    }
}

/// A reader that is inside until this is dropped, by a panic too.
struct Reader<'a>(&'a AtomicUsize);

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Release);
    }
}

/// A writer that is inside until this is dropped, by a panic too.
struct Writer<'a>(&'a AtomicBool);

impl Drop for Writer<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}
