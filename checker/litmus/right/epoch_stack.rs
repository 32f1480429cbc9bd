//@ verdict: solved
//! A Treiber stack on `crossbeam::epoch`: what a thread read while it was pinned comes
//! before the free, wherever that happens.

use crossbeam::epoch::{self, Atomic, Owned};
use std::mem::ManuallyDrop;
use std::ptr;
use std::sync::atomic::Ordering::*;
use std::thread;

struct Node<T> {
    data: ManuallyDrop<T>,
    next: Atomic<Node<T>>,
}
struct Stack<T> {
    head: Atomic<Node<T>>,
}
impl<T> Stack<T> {
    fn push(&self, t: T) {
        let mut n = Owned::new(Node { data: ManuallyDrop::new(t), next: Atomic::null() });
        let guard = epoch::pin();
        loop {
            let head = self.head.load(Relaxed, &guard);
            n.next.store(head, Relaxed);
            match self.head.compare_exchange(head, n, Release, Relaxed, &guard) {
                Ok(_) => break,
                Err(e) => n = e.new,
            }
        }
    }
    fn pop(&self) -> Option<T> {
        let guard = epoch::pin();
        loop {
            let head = self.head.load(Acquire, &guard);
            let h = unsafe { head.as_ref() }?;
            let next = h.next.load(Relaxed, &guard);
            if self.head.compare_exchange(head, next, Relaxed, Relaxed, &guard).is_ok() {
                unsafe {
                    guard.defer_destroy(head);
                    return Some(ManuallyDrop::into_inner(ptr::read(&h.data)));
                }
            }
        }
    }
}
impl<T> Drop for Stack<T> {
    fn drop(&mut self) {
        while self.pop().is_some() {}
    }
}

#[test]
fn nothing_lost() {
    let s = Stack { head: Atomic::null() };
    let got = thread::scope(|sc| {
        let a = sc.spawn(|| {
            s.push(String::from("a"));
            s.pop()
        });
        s.push(String::from("b"));
        let b = s.pop();
        [a.join().unwrap(), b]
    });
    assert!(got.iter().all(Option::is_some));
    assert_ne!(got[0], got[1]);
}
