//@ verdict: lost wakeup
//! The consumers are notified only when the buffer was empty before. With room
//! for two, two items can come before the first woken consumer runs, and the
//! second consumer is never woken. With room for one there is no such bug.

use std::sync::{Condvar, Mutex};
use std::thread;

struct Shelf {
    items: Mutex<Vec<u32>>,
    filled: Condvar,
}

impl Shelf {
    fn put(&self, item: u32) {
        let mut items = self.items.lock().unwrap();
        let was_empty = items.is_empty();
        items.push(item);
        if was_empty {
            self.filled.notify_one();
        }
    }

    fn take(&self) -> u32 {
        let mut items = self.items.lock().unwrap();
        loop {
            match items.pop() {
                Some(item) => return item,
                None => items = self.filled.wait(items).unwrap(),
            }
        }
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
