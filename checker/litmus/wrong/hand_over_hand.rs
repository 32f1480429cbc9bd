//@ verdict: check then act
//! The place is looked up and the lock given up before the node is put there:
//! another thread's node is lost.

use parking_lot::Mutex;
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
        let mut here = self.0.clone();
        loop {
            let next = here.lock().next.clone();
            match next {
                Some(next) if next.lock().value < value => here = next,
                next => {
                    let node = Node { value, next };
                    here.lock().next = Some(Arc::new(Mutex::new(node)));
                    return;
                }
            }
        }
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
