//@ verdict: use after free
//! `pop` frees the node at once, while another `pop` that loaded the same head
//! is about to read its `next`.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

struct Node {
    value: u32,
    next: *mut Node,
}

static HEAD: AtomicPtr<Node> = AtomicPtr::new(ptr::null_mut());

fn push(value: u32) {
    let node = Box::into_raw(Box::new(Node { value, next: HEAD.load(Relaxed) }));
    while let Err(now) = HEAD.compare_exchange(unsafe { (*node).next }, node, AcqRel, Acquire) {
        unsafe { (*node).next = now };
    }
}

fn pop() -> Option<u32> {
    loop {
        let head = HEAD.load(Acquire);
        let next = unsafe { head.as_ref()?.next };
        if HEAD.compare_exchange(head, next, AcqRel, Acquire).is_ok() {
            return Some(unsafe { Box::from_raw(head) }.value);
        }
    }
}

#[test]
fn each_value_is_popped_once() {
    push(1);
    push(2);
    let t = thread::spawn(pop);
    let mine = pop();
    assert_ne!(mine, t.join().unwrap());
}
