//! Two counting gates around a list: places that are free, items that are there.

use std::sync::{Condvar, Mutex};

struct Gate {
    count: Mutex<usize>,
    raised: Condvar,
}

impl Gate {
    fn new(count: usize) -> Self {
        Self { count: Mutex::new(count), raised: Condvar::new() }
    }

    fn lower(&self) {
        let mut count = self.count.lock().unwrap();
        while *count == 0 {
            count = self.raised.wait(count).unwrap();
        }
        *count -= 1;
    }

    fn lower_to_zero(&self) -> usize {
        std::mem::take(&mut *self.count.lock().unwrap())
    }

    fn raise(&self, by: usize) {
        *self.count.lock().unwrap() += by;
        for _ in 0..by {
            self.raised.notify_one();
        }
    }
}

pub struct BoundedBuffer<T> {
    free: Gate,
    there: Gate,
    items: Mutex<Vec<T>>,
}

impl<T> BoundedBuffer<T> {
    pub fn new(capacity: usize) -> Self {
        Self { free: Gate::new(capacity), there: Gate::new(0), items: Mutex::new(Vec::new()) }
    }

    pub fn put(&self, item: T) {
        self.free.lower();
        self.items.lock().unwrap().push(item);
        self.there.raise(1);
    }

    pub fn take(&self) -> T {
        self.there.lower();
        let item = self.items.lock().unwrap().remove(0);
        self.free.raise(1);
        item
    }

    pub fn take_all(&self) -> Vec<T> {
        let number = self.there.lower_to_zero();
        let all: Vec<T> = self.items.lock().unwrap().drain(..number).collect();
        self.free.raise(number);
        all
    }
}
