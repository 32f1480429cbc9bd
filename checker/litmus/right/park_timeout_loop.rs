//@ verdict: solved
//! `park_timeout` in a loop on a flag: it may return at any time, the flag
//! decides, and nobody has to unpark.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

static STOP: AtomicBool = AtomicBool::new(false);

fn main() {
    let worker = thread::spawn(|| {
        while !STOP.load(Ordering::Acquire) {
            thread::park_timeout(Duration::from_millis(10));
        }
    });
    STOP.store(true, Ordering::Release);
    worker.join().unwrap();
}
