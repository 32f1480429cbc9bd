//@ verdict: solved
//! A stop flag that guards no data may be Relaxed: it becomes visible in the
//! end, and the count is read after `join`.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::thread;

#[test]
fn the_worker_stops() {
    let stop = Arc::new(AtomicBool::new(false));
    let count = Arc::new(AtomicU32::new(0));
    let worker = thread::spawn({
        let (stop, count) = (Arc::clone(&stop), Arc::clone(&count));
        move || {
            count.fetch_add(1, Relaxed);
            while !stop.load(Relaxed) {
                thread::yield_now();
            }
        }
    });
    stop.store(true, Relaxed);
    worker.join().unwrap();
    assert_eq!(count.load(Relaxed), 1);
}
