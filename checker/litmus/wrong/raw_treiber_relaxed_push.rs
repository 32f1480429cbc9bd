//@ verdict: data race
//! The exchange in `push` is Relaxed: who pops the node has not acquired what
//! was written into it.
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
        match HEAD.compare_exchange(head, node, Relaxed, Relaxed) {
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
    let t = thread::spawn(|| push(1));
    let mut values = take_all();
    t.join().unwrap();
    values.extend(take_all());
    assert_eq!(values, [1]);
}
