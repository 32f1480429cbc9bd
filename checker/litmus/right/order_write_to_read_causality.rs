//@ verdict: solved
//! Happens-before is transitive: `x` was written before the second thread
//! passed the word on, so the third one sees it (WRC).
use std::sync::atomic::{AtomicU8, Ordering::*};
use std::thread;

#[test]
fn news_that_was_passed_on_is_true() {
    let (x, y) = (AtomicU8::new(0), AtomicU8::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, Release));
        s.spawn(|| {
            if x.load(Acquire) == 1 {
                y.store(1, Release);
            }
        });
        s.spawn(|| {
            if y.load(Acquire) == 1 {
                assert_eq!(x.load(Relaxed), 1);
            }
        });
    });
}
