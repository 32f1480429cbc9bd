//! A ring of slots between one producer and one consumer.

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Room for `N` items.
pub struct Ring<T, const N: usize> {
    /// Items popped so far; the oldest one is in slot `head % N`.
    head: AtomicUsize,
    /// Items pushed so far; the next one goes into slot `tail % N`.
    tail: AtomicUsize,
    slots: [UnsafeCell<MaybeUninit<T>>; N],
}

// TODO: for which `T` is this true?
unsafe impl<T, const N: usize> Sync for Ring<T, N> {}

/// The end that items go into.
pub struct Producer<'a, T, const N: usize> {
    ring: &'a Ring<T, N>,
}

/// The end that items come out of.
pub struct Consumer<'a, T, const N: usize> {
    ring: &'a Ring<T, N>,
}

impl<T, const N: usize> Ring<T, N> {
    /// An empty ring.
    pub fn new() -> Self {
        Self {
            head: AtomicUsize::new(0),
            tail: AtomicUsize::new(0),
            slots: std::array::from_fn(|_| UnsafeCell::new(MaybeUninit::uninit())),
        }
    }

    /// Its two ends.
    pub fn split(&mut self) -> (Producer<'_, T, N>, Consumer<'_, T, N>) {
        let ring = &*self;
        (Producer { ring }, Consumer { ring })
    }
}

impl<T, const N: usize> Default for Ring<T, N> {
    fn default() -> Self {
        Self::new()
    }
}

impl<T, const N: usize> Producer<'_, T, N> {
    /// Puts an item in, or gives it back if the ring is full.
    pub fn push(&mut self, item: T) -> Result<(), T> {
        // TODO: say that there is an item when there is one, and to whom.
        let tail = self.ring.tail.load(Ordering::Relaxed);
        let head = self.ring.head.load(Ordering::Relaxed);
        if tail - head == N {
            return Err(item);
        }
        self.ring.tail.store(tail + 1, Ordering::Relaxed);
        unsafe { (*self.ring.slots[tail % N].get()).write(item) };
        Ok(())
    }
}

impl<T, const N: usize> Consumer<'_, T, N> {
    /// Takes the oldest item out, or `None` if there is none.
    pub fn pop(&mut self) -> Option<T> {
        // TODO: say that a slot is free when it is, and to whom.
        let head = self.ring.head.load(Ordering::Relaxed);
        let tail = self.ring.tail.load(Ordering::Relaxed);
        if head == tail {
            return None;
        }
        self.ring.head.store(head + 1, Ordering::Relaxed);
        Some(unsafe { (*self.ring.slots[head % N].get()).assume_init_read() })
    }
}

// TODO: what becomes of the items that nobody popped?
