//@ verdict: check then act
//! Check, then act: both may find the engine not started.
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering::*};
use std::thread;

static STARTED: AtomicBool = AtomicBool::new(false);
static STARTS: AtomicU8 = AtomicU8::new(0);

fn start() {
    if !STARTED.load(SeqCst) {
        STARTED.store(true, SeqCst);
        STARTS.fetch_add(1, SeqCst);
    }
}

#[test]
fn the_engine_is_started_once() {
    let other = thread::spawn(start);
    start();
    other.join().unwrap();
    assert_eq!(STARTS.load(SeqCst), 1);
}
