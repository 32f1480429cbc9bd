//@ verdict: solved
//! SeqCst operations on one side and a SeqCst fence on the other: if the load
//! of `y` returns 0 it precedes the fence in the total order, and then the
//! store to `x` does, so the load after the fence sees it.
use std::sync::atomic::{AtomicI32, Ordering, fence};
use std::thread;

#[test]
fn somebody_is_seen() {
    let (x, y) = (AtomicI32::new(0), AtomicI32::new(0));
    let sum = thread::scope(|s| {
        let a = s.spawn(|| {
            x.store(1, Ordering::SeqCst);
            y.load(Ordering::SeqCst)
        });
        y.store(1, Ordering::Relaxed);
        fence(Ordering::SeqCst);
        let b = x.load(Ordering::Relaxed);
        a.join().unwrap() + b
    });
    assert!(sum >= 1);
}
