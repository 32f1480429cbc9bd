//@ verdict: use after free
//! The reader announces but does not look again: the pointer may have been
//! replaced and freed before the announcement.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::SeqCst};
use std::thread;

static CURRENT: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());
static HAZARD: AtomicPtr<u32> = AtomicPtr::new(ptr::null_mut());

fn read() -> u32 {
    let current = CURRENT.load(SeqCst);
    HAZARD.store(current, SeqCst);
    let value = unsafe { *current };
    HAZARD.store(ptr::null_mut(), SeqCst);
    value
}

#[test]
fn a_hazard_is_not_freed() {
    CURRENT.store(Box::into_raw(Box::new(1)), SeqCst);
    let reader = thread::spawn(read);
    let old = CURRENT.swap(Box::into_raw(Box::new(2)), SeqCst);
    let in_use = HAZARD.load(SeqCst) == old;
    if !in_use {
        drop(unsafe { Box::from_raw(old) });
    }
    assert!([1, 2].contains(&reader.join().unwrap()));
    if in_use {
        drop(unsafe { Box::from_raw(old) });
    }
    drop(unsafe { Box::from_raw(CURRENT.load(SeqCst)) });
}
