//@ verdict: solved
//! Michael and Scott's queue with two locks: one for the head, one for the
//! tail, and a dummy node between them. `next` is where the two sides meet,
//! so it is atomic.
use std::ptr;
use std::sync::Mutex;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

struct Node {
    value: u32,
    next: AtomicPtr<Node>,
}

struct Ptr(*mut Node);
unsafe impl Send for Ptr {}

struct Queue {
    head: Mutex<Ptr>,
    tail: Mutex<Ptr>,
}

fn node(value: u32) -> *mut Node {
    Box::into_raw(Box::new(Node { value, next: AtomicPtr::new(ptr::null_mut()) }))
}

impl Queue {
    fn push(&self, value: u32) {
        let new = node(value);
        let mut tail = self.tail.lock().unwrap();
        unsafe { (*tail.0).next.store(new, Release) };
        tail.0 = new;
    }

    fn pop(&self) -> Option<u32> {
        let mut head = self.head.lock().unwrap();
        let next = unsafe { (*head.0).next.load(Acquire) };
        let value = unsafe { next.as_ref()?.value };
        drop(unsafe { Box::from_raw(head.0) });
        head.0 = next;
        Some(value)
    }
}

#[test]
fn first_in_first_out() {
    let dummy = node(0);
    let queue = Queue { head: Mutex::new(Ptr(dummy)), tail: Mutex::new(Ptr(dummy)) };
    let early = thread::scope(|s| {
        s.spawn(|| {
            queue.push(1);
            queue.push(2);
        });
        queue.pop()
    });
    let rest: Vec<_> = std::iter::from_fn(|| queue.pop()).collect();
    assert!(early.into_iter().chain(rest).eq([1, 2]));
    drop(unsafe { Box::from_raw(queue.head.into_inner().unwrap().0) });
}
