//@ verdict: solved
//! All SeqCst operations have one total order; whichever store comes first in
//! it, the other thread's load sees it. Not both can miss (C++20 atomics.order/4).
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

#[test]
fn one_of_two_sees_the_other() {
    let (x, y) = (AtomicBool::new(false), AtomicBool::new(false));
    let (saw_y, saw_x) = thread::scope(|s| {
        let left = s.spawn(|| {
            x.store(true, SeqCst);
            y.load(SeqCst)
        });
        let right = s.spawn(|| {
            y.store(true, SeqCst);
            x.load(SeqCst)
        });
        (left.join().unwrap(), right.join().unwrap())
    });
    assert!(saw_x || saw_y);
}
