//@ verdict: lost wakeup
//! Producers and consumers wait on one condition variable and `notify_one` may
//! wake any of them: with room for one item, the wakeup of a consumer can go to
//! a producer that finds the buffer full, and everybody sleeps.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Buffer<T> {
    items: Mutex<VecDeque<T>>,
    capacity: usize,
    changed: Condvar,
}

impl<T> Buffer<T> {
    fn new(capacity: usize) -> Self {
        Buffer { items: Mutex::new(VecDeque::new()), capacity, changed: Condvar::new() }
    }

    fn put(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        while items.len() == self.capacity {
            items = self.changed.wait(items).unwrap();
        }
        items.push_back(item);
        self.changed.notify_one();
    }

    fn take(&self) -> T {
        let mut items = self.items.lock().unwrap();
        while items.is_empty() {
            items = self.changed.wait(items).unwrap();
        }
        let item = items.pop_front().unwrap();
        self.changed.notify_one();
        item
    }
}

#[test]
fn capacity_one_two_producers_two_consumers() {
    let buffer = Arc::new(Buffer::new(1));
    let mut handles = Vec::new();
    for i in 0..2 {
        let buffer = Arc::clone(&buffer);
        handles.push(thread::spawn(move || {
            buffer.put(i);
            0
        }));
    }
    let taker = Arc::clone(&buffer);
    handles.push(thread::spawn(move || taker.take()));
    let mine = buffer.take();
    let sum: i32 = handles.into_iter().map(|h| h.join().unwrap()).sum();
    assert_eq!(mine + sum, 1);
}
