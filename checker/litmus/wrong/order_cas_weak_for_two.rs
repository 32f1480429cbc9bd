//@ verdict: spurious failure
//! Both weak exchanges may fail for no reason, and then nobody has the seat.
//! It takes two accidents in one execution.
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

static TAKEN: AtomicBool = AtomicBool::new(false);

fn claim() -> bool {
    TAKEN.compare_exchange_weak(false, true, AcqRel, Acquire).is_ok()
}

fn main() {
    let other = thread::spawn(claim);
    let mine = claim();
    let theirs = other.join().unwrap();
    assert!(mine != theirs, "exactly one of two gets the seat");
}
