//@ verdict: solved
//! The end of a thread synchronises with `join` (std::thread::JoinHandle::join),
//! so Relaxed writes are visible after it.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static RESULT: AtomicU32 = AtomicU32::new(0);

#[test]
fn the_result_is_there_after_join() {
    let worker = thread::spawn(|| RESULT.store(6 * 7, Relaxed));
    worker.join().unwrap();
    assert_eq!(RESULT.load(Relaxed), 42);
}
