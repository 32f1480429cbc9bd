//@ verdict: memory ordering
//! The middle thread reads `x` Relaxed, so the write to `x` does not happen
//! before its Release store; having seen a value is not having acquired it.
use std::sync::atomic::{AtomicU8, Ordering::*};
use std::thread;

#[test]
fn news_that_was_passed_on_is_true() {
    let (x, y) = (AtomicU8::new(0), AtomicU8::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, Release));
        s.spawn(|| {
            if y.load(Acquire) == 2 {
                assert_eq!(x.load(Relaxed), 1);
            }
        });
        let middle = x.load(Relaxed);
        y.store(middle + 1, Release);
    });
}
