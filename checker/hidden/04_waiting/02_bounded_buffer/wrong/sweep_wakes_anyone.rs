//@ caught-by: model
//@ because: the notify wakes another thread
//! The sweep wakes one of those who wait, whatever they wait for.

use std::collections::LinkedList;
use std::sync::{Condvar, Mutex};

struct Shelf<T> {
    plates: LinkedList<T>,
}

pub struct BoundedBuffer<T> {
    cap: usize,
    shelf: Mutex<Shelf<T>>,
    changed: Condvar,
}

impl<T> BoundedBuffer<T> {
    pub fn new(capacity: usize) -> Self {
        Self {
            cap: capacity,
            shelf: Mutex::new(Shelf { plates: LinkedList::new() }),
            changed: Condvar::new(),
        }
    }

    pub fn put(&self, item: T) {
        let mut s = self.shelf.lock().unwrap();
        loop {
            if s.plates.len() < self.cap {
                break;
            }
            s = self.changed.wait(s).unwrap();
        }
        s.plates.push_back(item);
        drop(s);
        self.changed.notify_all();
    }

    pub fn take(&self) -> T {
        let mut s = self.shelf.lock().unwrap();
        let x = loop {
            match s.plates.pop_front() {
                Some(x) => break x,
                None => s = self.changed.wait(s).unwrap(),
            }
        };
        drop(s);
        self.changed.notify_all();
        x
    }

    pub fn take_all(&self) -> Vec<T> {
        let old = std::mem::take(&mut self.shelf.lock().unwrap().plates);
        self.changed.notify_one();
        old.into_iter().collect()
    }
}
