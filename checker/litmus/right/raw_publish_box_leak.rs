//@ verdict: solved
//! The loser of the exchange frees its own box and uses the winner's.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

static CONFIG: AtomicPtr<u64> = AtomicPtr::new(ptr::null_mut());

fn config() -> u64 {
    let mut config = CONFIG.load(Acquire);
    if config.is_null() {
        let made = Box::into_raw(Box::new(80));
        config = match CONFIG.compare_exchange(ptr::null_mut(), made, AcqRel, Acquire) {
            Ok(_) => made,
            Err(theirs) => {
                drop(unsafe { Box::from_raw(made) });
                theirs
            }
        };
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
