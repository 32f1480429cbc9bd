//@ verdict: spurious failure
//! A weak exchange may fail for no reason (its documentation: "this function
//! is allowed to spuriously fail even when the comparison succeeds"), so that
//! even the only thread that wants the seat need not get it.
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

static TAKEN: AtomicBool = AtomicBool::new(false);

fn claim() -> bool {
    TAKEN.compare_exchange_weak(false, true, AcqRel, Acquire).is_ok()
}

fn main() {
    let first = thread::spawn(claim).join().unwrap();
    assert!(first, "nobody else wanted the seat");
}
