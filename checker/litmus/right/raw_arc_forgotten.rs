//@ verdict: solved
//! The order is an `Arc` again before anything is decided: every way out drops.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

struct Owner(*const u32);
unsafe impl Send for Owner {}

static CANCELLED: AtomicBool = AtomicBool::new(false);

#[test]
fn a_cancelled_order_is_cleaned_up() {
    let owner = Owner(Arc::into_raw(Arc::new(5)));
    let worker = thread::spawn(move || {
        let owner = owner;
        let order = unsafe { Arc::from_raw(owner.0) };
        if !CANCELLED.load(Acquire) {
            assert_eq!(*order, 5);
        }
    });
    CANCELLED.store(true, Release);
    worker.join().unwrap();
}
