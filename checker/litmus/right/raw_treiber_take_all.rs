//@ verdict: solved
//! A list that is taken as a whole by one swap: the taker owns all nodes and
//! frees them. Release pushes, Acquire takes.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

struct Node {
    value: u32,
    next: *mut Node,
}

static HEAD: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());

fn push(value: u32) {
    let node = Box::into_raw(Box::new(Node { value, next: ptr::null_mut() }));
    let mut head = HEAD.load(Relaxed);
    loop {
        unsafe { (*node).next = head };
        match HEAD.compare_exchange_weak(head, node, Release, Relaxed) {
            Ok(_) => return,
            Err(now) => head = now,
        }
    }
}

fn take_all() -> Vec<u32> {
    let mut values = Vec::new();
    let mut node = HEAD.swap(ptr::null_mut(), Acquire);
    while !node.is_null() {
        let boxed = unsafe { Box::from_raw(node) };
        values.push(boxed.value);
        node = boxed.next;
    }
    values
}

#[test]
fn nothing_is_lost() {
    let producers = [1, 2].map(|value| thread::spawn(move || push(value)));
    let mut values = take_all();
    producers.map(|t| t.join().unwrap());
    values.extend(take_all());
    values.sort();
    assert_eq!(values, [1, 2]);
}
