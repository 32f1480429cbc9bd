//@ verdict: memory ordering
//! The thread in the middle passes the word on with a Relaxed store: what it
//! knew is not handed over, and the last thread may still read `x == 0`.
use std::sync::atomic::{AtomicU8, Ordering::*};
use std::thread;

#[test]
fn news_that_was_passed_on_is_true() {
    let (x, y) = (AtomicU8::new(0), AtomicU8::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, Release));
        s.spawn(|| {
            if x.load(Acquire) == 1 {
                y.store(1, Relaxed);
            }
        });
        s.spawn(|| {
            if y.load(Acquire) == 1 {
                assert_eq!(x.load(Relaxed), 1);
            }
        });
    });
}
