//@ verdict: solved
//! Independent reads of independent writes, all SeqCst: both readers agree on
//! which write came first.
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

static X: AtomicBool = AtomicBool::new(false);
static Y: AtomicBool = AtomicBool::new(false);

#[test]
fn two_readers_agree_on_the_order_of_two_writes() {
    let a = thread::spawn(|| X.store(true, SeqCst));
    let b = thread::spawn(|| Y.store(true, SeqCst));
    let c = thread::spawn(|| X.load(SeqCst) && !Y.load(SeqCst));
    let x_before_y = Y.load(SeqCst) && !X.load(SeqCst);
    let y_before_x = c.join().unwrap();
    a.join().unwrap();
    b.join().unwrap();
    assert!(!(x_before_y && y_before_x));
}
