//@ verdict: memory ordering
//! Announcement and second look are a store and a load of different variables;
//! with Release and Acquire the reader may still see the old version and the
//! writer no announcement.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

static CURRENT: AtomicUsize = AtomicUsize::new(1);
static IN_USE: AtomicUsize = AtomicUsize::new(0);
static RECLAIMED: AtomicBool = AtomicBool::new(false);

#[test]
fn a_version_in_use_is_not_reclaimed() {
    let writer = thread::spawn(|| {
        CURRENT.store(2, Release);
        if IN_USE.load(Acquire) != 1 {
            RECLAIMED.store(true, Release);
        }
    });
    let version = CURRENT.load(Acquire);
    IN_USE.store(version, Release);
    if version == 1 && CURRENT.load(Acquire) == 1 {
        assert!(!RECLAIMED.load(Acquire));
    }
    writer.join().unwrap();
}
