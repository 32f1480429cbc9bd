//@ verdict: use after free
//! The link is stored Relaxed: the consumer that follows it has not acquired
//! the value in the node.
use std::ptr::{self, NonNull};
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

struct Node {
    next: AtomicPtr<Node>,
    value: Option<u32>,
}

impl Node {
    fn boxed(value: Option<u32>) -> NonNull<Self> {
        let node = Box::new(Self { next: AtomicPtr::new(ptr::null_mut()), value });
        NonNull::from(Box::leak(node))
    }
}

struct Queue {
    tail: AtomicPtr<Node>,
}

impl Queue {
    fn push(&self, value: u32) {
        let node = Node::boxed(Some(value));
        let before = self.tail.swap(node.as_ptr(), AcqRel);
        unsafe { (*before).next.store(node.as_ptr(), Relaxed) };
    }
}

/// Frees the old first node and returns the new one's value.
fn pop(head: &mut NonNull<Node>) -> Option<u32> {
    let next = NonNull::new(unsafe { head.as_ref() }.next.load(Acquire))?;
    drop(unsafe { Box::from_raw(head.as_ptr()) });
    *head = next;
    unsafe { (*head.as_ptr()).value.take() }
}

#[test]
fn the_item_arrives() {
    let mut head = Node::boxed(None);
    let queue = Queue { tail: AtomicPtr::new(head.as_ptr()) };
    let mut got = Vec::new();
    thread::scope(|s| {
        s.spawn(|| queue.push(1));
        got.extend(pop(&mut head));
    });
    got.extend(std::iter::from_fn(|| pop(&mut head)));
    assert_eq!(got, [1]);
    drop(unsafe { Box::from_raw(head.as_ptr()) });
}
