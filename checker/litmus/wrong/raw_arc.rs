//@ verdict: use after free
//! The decrement is Relaxed: the other owner's reads need not happen before
//! the last owner frees the memory.
use std::ops::Deref;
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering::*, fence};
use std::thread;

struct Inner<T> {
    count: AtomicUsize,
    value: T,
}

struct MyArc<T>(NonNull<Inner<T>>);

unsafe impl<T: Send + Sync> Send for MyArc<T> {}

impl<T> MyArc<T> {
    fn new(value: T) -> Self {
        Self(NonNull::from(Box::leak(Box::new(Inner { count: AtomicUsize::new(1), value }))))
    }
}

impl<T> Clone for MyArc<T> {
    fn clone(&self) -> Self {
        unsafe { self.0.as_ref() }.count.fetch_add(1, Relaxed);
        Self(self.0)
    }
}

impl<T> Deref for MyArc<T> {
    type Target = T;
    fn deref(&self) -> &T {
        unsafe { &self.0.as_ref().value }
    }
}

impl<T> Drop for MyArc<T> {
    fn drop(&mut self) {
        if unsafe { self.0.as_ref() }.count.fetch_sub(1, Relaxed) == 1 {
            fence(Acquire);
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}

#[test]
fn the_last_owner_frees() {
    let words = MyArc::new(vec!["a".to_string()]);
    let theirs = words.clone();
    let t = thread::spawn(move || assert_eq!(theirs[0], "a"));
    assert_eq!(words.len(), 1);
    drop(words);
    t.join().unwrap();
}
