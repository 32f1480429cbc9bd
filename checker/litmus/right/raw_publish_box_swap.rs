//@ verdict: solved
//! Each publisher frees what its swap took out: Release for the reader of the
//! own box, Acquire for the box of the other.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

static CONFIG: AtomicPtr<u64> = AtomicPtr::new(ptr::null_mut());

fn publish(value: *mut u64) {
    let old = CONFIG.swap(value, Ordering::AcqRel);
    if !old.is_null() {
        drop(unsafe { Box::from_raw(old) });
    }
}

fn main() {
    let other = thread::spawn(|| publish(Box::into_raw(Box::new(1))));
    publish(Box::into_raw(Box::new(2)));
    other.join().unwrap();
    publish(ptr::null_mut());
}
