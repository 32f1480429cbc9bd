//@ verdict: solved
//! A Relaxed read-modify-write by another thread continues the release
//! sequence: the Acquire load that reads its result synchronises with the
//! Release store at the head (C++20 intro.races/5).
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

#[test]
fn a_relaxed_increment_passes_the_release_on() {
    let (data, stage) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            data.store(9, Relaxed);
            stage.store(1, Release);
        });
        s.spawn(|| stage.fetch_add(1, Relaxed));
        s.spawn(|| {
            if stage.load(Acquire) == 2 {
                assert_eq!(data.load(Relaxed), 9);
            }
        });
    });
}
