//! Notifies before it changes anything; the lock keeps the woken away until then.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct BoundedBuffer<T> {
    capacity: usize,
    items: Mutex<VecDeque<T>>,
    item_added: Condvar,
    place_freed: Condvar,
}

impl<T> BoundedBuffer<T> {
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            items: Mutex::new(VecDeque::new()),
            item_added: Condvar::new(),
            place_freed: Condvar::new(),
        }
    }

    pub fn put(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        while items.len() == self.capacity {
            items = self.place_freed.wait(items).unwrap();
        }
        self.item_added.notify_one();
        items.push_back(item);
    }

    pub fn take(&self) -> T {
        let mut items = self.items.lock().unwrap();
        while items.is_empty() {
            items = self.item_added.wait(items).unwrap();
        }
        self.place_freed.notify_one();
        items.remove(0).unwrap()
    }

    pub fn take_all(&self) -> Vec<T> {
        let mut items = self.items.lock().unwrap();
        for _ in 0..items.len() {
            self.place_freed.notify_one();
        }
        items.drain(..).collect()
    }
}
