//@ verdict: solved
//! If one Acquire load reads the other thread's Release store, then that
//! thread's load happened before this thread's store and cannot return it.
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

#[test]
fn nobody_reads_the_future() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    let (a, b) = thread::scope(|s| {
        let a = s.spawn(|| {
            let seen = x.load(Acquire);
            y.store(1, Release);
            seen
        });
        let b = s.spawn(|| {
            let seen = y.load(Acquire);
            x.store(1, Release);
            seen
        });
        (a.join().unwrap(), b.join().unwrap())
    });
    assert!((a, b) != (1, 1));
}
