//@ verdict: check then act
//! The second check under the lock is missing: both threads may find the value
//! absent, wait for the lock in turn, and make it twice.
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

static READY: AtomicBool = AtomicBool::new(false);
static RUNS: Mutex<u32> = Mutex::new(0);

fn ensure() {
    if !READY.load(Acquire) {
        let mut runs = RUNS.lock().unwrap();
        *runs += 1;
        READY.store(true, Release);
    }
}

#[test]
fn the_value_is_made_once() {
    let other = thread::spawn(ensure);
    ensure();
    other.join().unwrap();
    assert_eq!(*RUNS.lock().unwrap(), 1);
}
