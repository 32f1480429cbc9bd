//@ verdict: solved
//! Both sides are read-modify-writes. The one that finds `false` precedes the
//! other's swap in the modification order, which then reads from it and
//! acquires; so no SeqCst is needed.
use std::sync::atomic::{AtomicBool, Ordering::AcqRel};
use std::thread;

#[test]
fn at_least_one_finds_the_other() {
    let (x, y) = (AtomicBool::new(false), AtomicBool::new(false));
    let (mut a, mut b) = (false, false);
    thread::scope(|s| {
        s.spawn(|| {
            x.swap(true, AcqRel);
            a = y.fetch_or(false, AcqRel);
        });
        s.spawn(|| {
            y.swap(true, AcqRel);
            b = x.fetch_or(false, AcqRel);
        });
    });
    assert!(a || b);
}
