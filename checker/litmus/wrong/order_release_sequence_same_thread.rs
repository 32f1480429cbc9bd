//@ verdict: memory ordering
//! Since C++20 a later Relaxed store of the same thread ends the release
//! sequence: who reads the 2 does not synchronise with the Release store of 1.
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

#[test]
fn the_second_stage_includes_the_first() {
    let (data, stage) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            data.store(9, Relaxed);
            stage.store(1, Release);
            stage.store(2, Relaxed);
        });
        s.spawn(|| {
            if stage.load(Acquire) == 2 {
                assert_eq!(data.load(Relaxed), 9);
            }
        });
    });
}
