//@ verdict: double free
//! Load and store instead of one swap: two takers may both take the list, and
//! free it twice.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

static HEAD: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());

fn take() {
    let node = HEAD.load(SeqCst);
    if !node.is_null() {
        HEAD.store(ptr::null_mut(), SeqCst);
        drop(unsafe { Box::from_raw(node) });
    }
}

#[test]
fn one_taker_frees() {
    HEAD.store(Box::into_raw(Box::new(1)), SeqCst);
    let t = thread::spawn(take);
    take();
    t.join().unwrap();
}
