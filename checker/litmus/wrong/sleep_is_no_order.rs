//@ verdict: panic
//! A sleep orders nothing: the other thread may be slower than any time.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

#[test]
fn a_hundred_milliseconds_are_enough() {
    let done = Arc::new(AtomicBool::new(false));
    let theirs = done.clone();
    let worker = thread::spawn(move || theirs.store(true, Ordering::SeqCst));
    thread::sleep(Duration::from_millis(100));
    assert!(done.load(Ordering::SeqCst));
    worker.join().unwrap();
}
