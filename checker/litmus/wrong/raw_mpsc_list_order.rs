//@ verdict: use after free
//! `push` links first and swaps the tail afterwards, so two producers may link
//! to the same node; one item and its node are lost, and the consumer frees a
//! node that the second producer still writes to.
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
fn the_queue_can_be_consumed_meanwhile() {
    let mut head = boxed();
    let tail = AtomicPtr::new(head);
    thread::scope(|s| {
        s.spawn(|| push(&tail));
        s.spawn(|| push(&tail));
        let next = unsafe { (*head).next.load(Acquire) };
        if !next.is_null() {
            drop(unsafe { Box::from_raw(head) });
            head = next;
        }
    });
    while !head.is_null() {
        head = unsafe { Box::from_raw(head) }.next.into_inner();
    }
}
