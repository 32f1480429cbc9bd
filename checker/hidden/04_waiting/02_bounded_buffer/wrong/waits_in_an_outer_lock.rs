//@ caught-by: model
//@ because: held by waiter
//! An outer lock lets one at a time in, and is held while it waits inside.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

pub struct BoundedBuffer<T> {
    capacity: usize,
    end: Mutex<()>,
    items: Mutex<VecDeque<T>>,
    changed: Condvar,
}

impl<T> BoundedBuffer<T> {
    pub fn new(capacity: usize) -> Self {
        Self {
            capacity,
            end: Mutex::new(()),
            items: Mutex::new(VecDeque::new()),
            changed: Condvar::new(),
        }
    }

    pub fn put(&self, item: T) {
        let _one_at_a_time = self.end.lock().unwrap();
        let mut items = self.items.lock().unwrap();
        while items.len() == self.capacity {
            items = self.changed.wait(items).unwrap();
        }
        items.push_back(item);
        self.changed.notify_all();
    }

    pub fn take(&self) -> T {
        let _one_at_a_time = self.end.lock().unwrap();
        let mut items = self.items.lock().unwrap();
        while items.is_empty() {
            items = self.changed.wait(items).unwrap();
        }
        let item = items.pop_front().unwrap();
        self.changed.notify_all();
        item
    }

    pub fn take_all(&self) -> Vec<T> {
        let all = self.items.lock().unwrap().drain(..).collect();
        self.changed.notify_all();
        all
    }
}
