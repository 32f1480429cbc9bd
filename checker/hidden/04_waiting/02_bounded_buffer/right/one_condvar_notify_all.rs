//! One condition variable for both facts, and everybody is woken.

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};

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
        let full = |items: &mut VecDeque<T>| items.len() >= self.capacity;
        let mut items = self.changed.wait_while(self.items.lock().unwrap(), full).unwrap();
        items.push_back(item);
        self.changed.notify_all();
    }

    pub fn take(&self) -> T {
        let empty = |items: &mut VecDeque<T>| items.is_empty();
        let mut items = self.changed.wait_while(self.items.lock().unwrap(), empty).unwrap();
        self.changed.notify_all();
        items.pop_front().unwrap()
    }

    pub fn take_all(&self) -> Vec<T> {
        let mut items = self.items.lock().unwrap();
        self.changed.notify_all();
        std::mem::take(&mut *items).into()
    }
}
