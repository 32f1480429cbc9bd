//@ verdict: leak
//! The count given away with `into_raw` is taken back only if the worker finds
//! the order in time.
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
        if !CANCELLED.load(Acquire) {
            drop(unsafe { Arc::from_raw(owner.0) });
        }
    });
    CANCELLED.store(true, Release);
    worker.join().unwrap();
}
