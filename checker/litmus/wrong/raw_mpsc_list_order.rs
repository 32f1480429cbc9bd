//@ verdict: leak
//! `push` loads the tail, links, and stores the tail in three steps: two
//! producers may link to the same node, and one link overwrites the other.
//! That node can never be reached again.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

struct Node {
    next: AtomicPtr<Node>,
}

fn boxed() -> *mut Node {
    Box::into_raw(Box::new(Node { next: AtomicPtr::new(ptr::null_mut()) }))
}

fn push(tail: &AtomicPtr<Node>) {
    let node = boxed();
    let before = tail.load(Acquire);
    unsafe { (*before).next.store(node, Release) };
    tail.store(node, Release);
}

#[test]
fn every_node_is_freed() {
    let mut head = boxed();
    let tail = AtomicPtr::new(head);
    thread::scope(|s| {
        s.spawn(|| push(&tail));
        s.spawn(|| push(&tail));
    });
    while !head.is_null() {
        head = unsafe { Box::from_raw(head) }.next.into_inner();
    }
}
