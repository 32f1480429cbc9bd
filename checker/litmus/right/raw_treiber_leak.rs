//@ verdict: solved
//! A Treiber stack that never frees a popped node: nothing is used after it
//! was freed and no address comes back (no ABA). The leak is on purpose.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

struct Node {
    value: u32,
    next: *mut Node,
}

static HEAD: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());

fn push(value: u32) {
    let node: *mut Node = Box::leak(Box::new(Node { value, next: ptr::null_mut() }));
    let mut head = HEAD.load(Relaxed);
    loop {
        unsafe { (*node).next = head };
        match HEAD.compare_exchange(head, node, Release, Relaxed) {
            Ok(_) => return,
            Err(now) => head = now,
        }
    }
}

fn pop() -> Option<u32> {
    let mut head = HEAD.load(Acquire);
    loop {
        let node = unsafe { head.as_ref()? };
        match HEAD.compare_exchange(head, node.next, Acquire, Acquire) {
            Ok(_) => return Some(node.value),
            Err(now) => head = now,
        }
    }
}

#[test]
fn each_value_is_popped_once() {
    push(1);
    let t = thread::spawn(|| {
        push(2);
        pop()
    });
    let mut popped = vec![pop(), t.join().unwrap(), pop()];
    popped.retain(Option::is_some);
    popped.sort();
    assert_eq!(popped, [Some(1), Some(2)]);
}
