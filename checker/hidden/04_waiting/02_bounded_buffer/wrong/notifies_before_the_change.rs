//@ caught-by: model
//@ because: lost wakeup
//! Notifies first, before it even has the lock, and changes the buffer later.

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
        self.item_added.notify_one();
        let mut items = self.items.lock().unwrap();
        while items.len() == self.capacity {
            items = self.place_freed.wait(items).unwrap();
        }
        items.push_back(item);
    }

    pub fn take(&self) -> T {
        self.place_freed.notify_one();
        let mut items = self.items.lock().unwrap();
        while items.is_empty() {
            items = self.item_added.wait(items).unwrap();
        }
        items.pop_front().unwrap()
    }

    pub fn take_all(&self) -> Vec<T> {
        self.place_freed.notify_all();
        self.items.lock().unwrap().drain(..).collect()
    }
}
