//@ verdict: memory ordering
//! The worker reads the parting message when it sees the Relaxed flag; the
//! message was written first, but nothing makes it visible.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;

#[test]
fn the_worker_gets_the_reason() {
    let stop = Arc::new(AtomicBool::new(false));
    let reason = Arc::new(AtomicU32::new(0));
    let worker = thread::spawn({
        let (stop, reason) = (Arc::clone(&stop), Arc::clone(&reason));
        move || {
            while !stop.load(Relaxed) {
                thread::yield_now();
            }
            reason.load(Relaxed)
        }
    });
    reason.store(3, Relaxed);
    stop.store(true, Relaxed);
    assert_eq!(worker.join().unwrap(), 3);
}
