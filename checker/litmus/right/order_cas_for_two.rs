//@ verdict: solved
//! The strong exchange fails only if the value is another one: of two threads
//! exactly one gets the seat.
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

static TAKEN: AtomicBool = AtomicBool::new(false);

fn claim() -> bool {
    TAKEN.compare_exchange(false, true, AcqRel, Acquire).is_ok()
}

fn main() {
    let other = thread::spawn(claim);
    let mine = claim();
    let theirs = other.join().unwrap();
    assert!(mine != theirs, "exactly one of two gets the seat");
}
