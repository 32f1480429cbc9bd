//@ verdict: solved
//! Main reads `x` Relaxed, so it does not acquire the write. But its own read
//! of the 1 happens before the last read, and read-read coherence holds across
//! threads: a later read of `x` returns nothing older.
use std::sync::atomic::{AtomicU8, Ordering::*};
use std::thread;

#[test]
fn news_that_was_passed_on_is_true() {
    let (x, y) = (AtomicU8::new(0), AtomicU8::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, Relaxed));
        s.spawn(|| {
            if y.load(Acquire) == 2 {
                assert_eq!(x.load(Relaxed), 1);
            }
        });
        let middle = x.load(Relaxed);
        y.store(middle + 1, Release);
    });
}
