//! A bounded buffer: threads put items in, others take them out.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

/// A buffer with a fixed number of places, first in, first out.
pub struct BoundedBuffer<T> {
    capacity: usize,
    items: Mutex<VecDeque<T>>,
}

impl<T> BoundedBuffer<T> {
    /// An empty buffer with `capacity` places, at least one.
    pub fn new(capacity: usize) -> Self {
        Self { capacity, items: Mutex::new(VecDeque::with_capacity(capacity)) }
    }

    /// Puts an item behind the others; sleeps while every place is taken.
    pub fn put(&self, item: T) {
        // TODO: sleep until there is a place, and let nobody else take it.
        while self.items.lock().unwrap().len() == self.capacity {
            thread::yield_now();
        }
        self.items.lock().unwrap().push_back(item);
    }

    /// Takes the oldest item; sleeps while there is none.
    pub fn take(&self) -> T {
        // TODO: sleep until there is something to take.
        loop {
            if let Some(item) = self.items.lock().unwrap().pop_front() {
                return item;
            }
            thread::yield_now();
        }
    }

    /// Takes all items, oldest first; does not wait for any.
    pub fn take_all(&self) -> Vec<T> {
        // TODO: there is room now, and somebody sleeps who waits for it.
        self.items.lock().unwrap().drain(..).collect()
    }
}
