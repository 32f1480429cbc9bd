//@ verdict: memory ordering
//! With Release and Acquire the readers may disagree about the order of two
//! independent writes; only SeqCst has a single total order.
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

static X: AtomicBool = AtomicBool::new(false);
static Y: AtomicBool = AtomicBool::new(false);

#[test]
fn two_readers_agree_on_the_order_of_two_writes() {
    let a = thread::spawn(|| X.store(true, Release));
    let b = thread::spawn(|| Y.store(true, Release));
    let c = thread::spawn(|| X.load(Acquire) && !Y.load(Acquire));
    let x_before_y = Y.load(Acquire) && !X.load(Acquire);
    let y_before_x = c.join().unwrap();
    a.join().unwrap();
    b.join().unwrap();
    assert!(!(x_before_y && y_before_x));
}
