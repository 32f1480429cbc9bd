//@ verdict: leak
//! Each thread makes the box if it finds none; where both find none, the later
//! store overwrites the earlier pointer and that box is never freed.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

static CONFIG: AtomicPtr<u64> = AtomicPtr::new(ptr::null_mut());

fn config() -> u64 {
    let mut config = CONFIG.load(Acquire);
    if config.is_null() {
        config = Box::into_raw(Box::new(80));
        CONFIG.store(config, Release);
    }
    unsafe { *config }
}

fn main() {
    let other = thread::spawn(config);
    assert_eq!(config(), 80);
    assert_eq!(other.join().unwrap(), 80);
    let last = CONFIG.swap(ptr::null_mut(), Acquire);
    drop(unsafe { Box::from_raw(last) });
}
