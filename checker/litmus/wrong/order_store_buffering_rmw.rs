//@ verdict: memory ordering
//! A read-modify-write is no fence: after `x.swap` the load of `y` may still
//! return the old value, in both threads.
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

#[test]
fn at_least_one_finds_the_other() {
    let (x, y) = (AtomicBool::new(false), AtomicBool::new(false));
    let (mut a, mut b) = (false, false);
    thread::scope(|s| {
        s.spawn(|| {
            x.swap(true, AcqRel);
            a = y.load(Acquire);
        });
        s.spawn(|| {
            y.swap(true, AcqRel);
            b = x.load(Acquire);
        });
    });
    assert!(a || b);
}
