//@ caught-by: test
//@ because: sleeps until
//! No notification at all; everybody looks again after a while.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::time::Duration;

pub struct BoundedBuffer<T> {
    capacity: usize,
    items: Mutex<VecDeque<T>>,
    changed: Condvar,
}

impl<T> BoundedBuffer<T> {
    pub fn new(capacity: usize) -> Self {
        Self { capacity, items: Mutex::new(VecDeque::new()), changed: Condvar::new() }
    }

    pub fn put(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        while items.len() == self.capacity {
            items = self.changed.wait_timeout(items, Duration::from_millis(1)).unwrap().0;
        }
        items.push_back(item);
    }

    pub fn take(&self) -> T {
        let mut items = self.items.lock().unwrap();
        while items.is_empty() {
            items = self.changed.wait_timeout(items, Duration::from_millis(1)).unwrap().0;
        }
        items.pop_front().unwrap()
    }

    pub fn take_all(&self) -> Vec<T> {
        self.items.lock().unwrap().drain(..).collect()
    }
}
