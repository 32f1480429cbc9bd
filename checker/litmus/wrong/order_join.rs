//@ verdict: memory ordering
//! Instead of joining, the main thread waits for a Relaxed flag, which orders
//! nothing: it may go on with the old result.
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;

static RESULT: AtomicU32 = AtomicU32::new(0);
static DONE: AtomicBool = AtomicBool::new(false);

#[test]
fn the_result_is_there_after_the_flag() {
    let worker = thread::spawn(|| {
        RESULT.store(6 * 7, Relaxed);
        DONE.store(true, Relaxed);
    });
    while !DONE.load(Relaxed) {
        thread::yield_now();
    }
    assert_eq!(RESULT.load(Relaxed), 42);
    worker.join().unwrap();
}
