//@ verdict: data race
//! `next` is a plain pointer. Producer and consumer hold different locks, so
//! on a queue with nothing but the dummy they meet there unordered.
use std::ptr;
use std::sync::Mutex;
use std::thread;

struct Node {
    value: u32,
    next: *mut Node,
}

struct Ptr(*mut Node);
unsafe impl Send for Ptr {}

struct Queue {
    head: Mutex<Ptr>,
    tail: Mutex<Ptr>,
}

fn node(value: u32) -> *mut Node {
    Box::into_raw(Box::new(Node { value, next: ptr::null_mut() }))
}

impl Queue {
    fn push(&self, value: u32) {
        let new = node(value);
        let mut tail = self.tail.lock().unwrap();
        unsafe { (*tail.0).next = new };
        tail.0 = new;
    }

    fn pop(&self) -> Option<u32> {
        let mut head = self.head.lock().unwrap();
        let next = unsafe { (*head.0).next };
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
    thread::scope(|s| {
        s.spawn(|| queue.push(1));
        assert!(matches!(queue.pop(), None | Some(1)));
    });
    while queue.pop().is_some() {}
    drop(unsafe { Box::from_raw(queue.head.into_inner().unwrap().0) });
}
