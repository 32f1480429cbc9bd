//@ verdict: solved
//! `join` does, and a sleep beside it is harmless.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

#[test]
fn join_is_enough() {
    let done = Arc::new(AtomicBool::new(false));
    let theirs = done.clone();
    let worker = thread::spawn(move || {
        thread::sleep(Duration::from_secs(3600));
        theirs.store(true, Ordering::Relaxed)
    });
    worker.join().unwrap();
    assert!(done.load(Ordering::Relaxed));
}
