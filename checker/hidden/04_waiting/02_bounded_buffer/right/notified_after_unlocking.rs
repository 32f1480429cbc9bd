//! The lock is given up before each notification.

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
        items.push_back(item);
        drop(items);
        self.item_added.notify_one();
    }

    pub fn take(&self) -> T {
        let mut items = self.items.lock().unwrap();
        let item = loop {
            match items.pop_front() {
                Some(item) => break item,
                None => items = self.item_added.wait(items).unwrap(),
            }
        };
        drop(items);
        self.place_freed.notify_one();
        item
    }

    pub fn take_all(&self) -> Vec<T> {
        let all = self.items.lock().unwrap().drain(..).collect();
        self.place_freed.notify_all();
        all
    }
}
