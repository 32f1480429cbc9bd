//@ verdict: stale
//! Release and acquire leave a store and a later load of another variable
//! unordered: both can miss. This outcome must be seen.

use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

#[test]
fn somebody_sees_the_other() {
    let (x, y) = (AtomicBool::new(false), AtomicBool::new(false));
    let (a, b) = thread::scope(|s| {
        let a = s.spawn(|| {
            x.store(true, Release);
            y.load(Acquire)
        });
        y.store(true, Release);
        let b = x.load(Acquire);
        (a.join().unwrap(), b)
    });
    assert!(a || b);
}
