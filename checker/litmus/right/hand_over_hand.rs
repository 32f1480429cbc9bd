//@ verdict: solved
//! The lock of the next node is taken before that of this one is given up.

use parking_lot::{Mutex, MutexGuard};
use std::sync::Arc;
use std::thread;

type Link = Option<Arc<Mutex<Node>>>;

struct Node {
    value: i32,
    next: Link,
}

/// Sorted, with a head that holds no value.
struct List(Arc<Mutex<Node>>);

impl List {
    fn new() -> Self {
        List(Arc::new(Mutex::new(Node { value: i32::MIN, next: None })))
    }

    fn insert(&self, value: i32) {
        Self::insert_behind(self.0.lock(), value);
    }

    fn insert_behind(mut here: MutexGuard<'_, Node>, value: i32) {
        let next = here.next.clone();
        if let Some(next) = next {
            let next = next.lock();
            if next.value < value {
                drop(here);
                return Self::insert_behind(next, value);
            }
        }
        let next = here.next.take();
        here.next = Some(Arc::new(Mutex::new(Node { value, next })));
    }

    fn values(&self) -> Vec<i32> {
        let mut values = Vec::new();
        let mut next = self.0.lock().next.clone();
        while let Some(node) = next {
            let node = node.lock();
            values.push(node.value);
            next = node.next.clone();
        }
        values
    }
}

#[test]
fn nothing_is_lost() {
    let list = List::new();
    thread::scope(|s| {
        s.spawn(|| list.insert(2));
        s.spawn(|| list.insert(1));
        list.insert(3);
    });
    assert_eq!(list.values(), [1, 2, 3]);
}
