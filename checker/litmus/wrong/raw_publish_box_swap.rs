//@ verdict: use after free
//! The publisher frees the old box at once although a reader may just have
//! loaded its pointer.
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
    publish(Box::into_raw(Box::new(1)));
    let reader = thread::spawn(|| {
        let config = CONFIG.load(Ordering::Acquire);
        unsafe { *config }
    });
    publish(Box::into_raw(Box::new(2)));
    assert!([1, 2].contains(&reader.join().unwrap()));
    publish(ptr::null_mut());
}
