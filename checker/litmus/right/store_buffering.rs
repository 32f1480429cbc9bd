//@ verdict: solved
//! SeqCst: all four operations have one order, in which one of the stores comes
//! first, so both loads cannot miss.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

#[test]
fn somebody_sees_the_other() {
    let (x, y) = (AtomicBool::new(false), AtomicBool::new(false));
    let (a, b) = thread::scope(|s| {
        let a = s.spawn(|| {
            x.store(true, SeqCst);
            y.load(SeqCst)
        });
        y.store(true, SeqCst);
        let b = x.load(SeqCst);
        (a.join().unwrap(), b)
    });
    assert!(a || b);
}
