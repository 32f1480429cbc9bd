//@ verdict: panic
//! Ten rounds of ten milliseconds are no promise that the flag is set by then.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

static STOP: AtomicBool = AtomicBool::new(false);

fn main() {
    let worker = thread::spawn(|| {
        for _ in 0..2 {
            if STOP.load(Ordering::SeqCst) {
                return;
            }
            thread::park_timeout(Duration::from_millis(10));
        }
        panic!("nobody stopped it");
    });
    STOP.store(true, Ordering::SeqCst);
    worker.join().unwrap();
}
