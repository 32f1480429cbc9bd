//@ verdict: memory ordering
//! Release stores and Acquire loads of different variables are not ordered
//! with each other: both threads may read the old value (store buffering).
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

#[test]
fn one_of_two_sees_the_other() {
    let (x, y) = (AtomicBool::new(false), AtomicBool::new(false));
    let (saw_y, saw_x) = thread::scope(|s| {
        let left = s.spawn(|| {
            x.store(true, Release);
            y.load(Acquire)
        });
        let right = s.spawn(|| {
            y.store(true, Release);
            x.load(Acquire)
        });
        (left.join().unwrap(), right.join().unwrap())
    });
    assert!(saw_x || saw_y);
}
