//@ verdict: memory ordering
//! Main reads `x` Relaxed, so what came before the write of `x` does not
//! happen before main's Release store; the last thread may miss `data`.
use std::sync::atomic::{AtomicU8, Ordering::*};
use std::thread;

#[test]
fn news_that_was_passed_on_is_true() {
    let (data, x, y) = (AtomicU8::new(0), AtomicU8::new(0), AtomicU8::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            data.store(1, Relaxed);
            x.store(1, Release);
        });
        s.spawn(|| {
            if y.load(Acquire) == 2 {
                assert_eq!(data.load(Relaxed), 1);
            }
        });
        let middle = x.load(Relaxed);
        y.store(middle + 1, Release);
    });
}
