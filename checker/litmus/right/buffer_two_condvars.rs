//@ verdict: solved
//! One condition variable for each condition: `notify_one` can only wake a
//! thread that waits for what just came true, whichever waiter it picks.

use std::collections::VecDeque;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Buffer<T> {
    items: Mutex<VecDeque<T>>,
    capacity: usize,
    not_full: Condvar,
    not_empty: Condvar,
}

impl<T> Buffer<T> {
    fn new(capacity: usize) -> Self {
        Buffer {
            items: Mutex::new(VecDeque::new()),
            capacity,
            not_full: Condvar::new(),
            not_empty: Condvar::new(),
        }
    }

    fn put(&self, item: T) {
        let mut items = self.items.lock().unwrap();
        while items.len() == self.capacity {
            items = self.not_full.wait(items).unwrap();
        }
        items.push_back(item);
        self.not_empty.notify_one();
    }

    fn take(&self) -> T {
        let mut items = self.items.lock().unwrap();
        while items.is_empty() {
            items = self.not_empty.wait(items).unwrap();
        }
        let item = items.pop_front().unwrap();
        self.not_full.notify_one();
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

#[test]
fn capacity_two_keeps_the_order() {
    let buffer = Arc::new(Buffer::new(2));
    let producer = {
        let buffer = Arc::clone(&buffer);
        thread::spawn(move || {
            for i in 0..3 {
                buffer.put(i);
            }
        })
    };
    let got: Vec<i32> = (0..3).map(|_| buffer.take()).collect();
    producer.join().unwrap();
    assert_eq!(got, [0, 1, 2]);
}
