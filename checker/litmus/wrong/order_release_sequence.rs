//@ verdict: memory ordering
//! The middle thread loads and stores instead of using a read-modify-write.
//! Its Relaxed store is not part of the release sequence, so the reader of
//! the 2 synchronises with nobody.
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

#[test]
fn a_relaxed_store_passes_the_release_on() {
    let (data, stage) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            data.store(9, Relaxed);
            stage.store(1, Release);
        });
        s.spawn(|| {
            if stage.load(Relaxed) == 1 {
                stage.store(2, Relaxed);
            }
        });
        s.spawn(|| {
            if stage.load(Acquire) == 2 {
                assert_eq!(data.load(Relaxed), 9);
            }
        });
    });
}
