//@ verdict: solved
//! `swap` answers and sets in one step, so one thread alone gets `false`.
use std::sync::atomic::{AtomicBool, AtomicU8, Ordering::*};
use std::thread;

static STARTED: AtomicBool = AtomicBool::new(false);
static STARTS: AtomicU8 = AtomicU8::new(0);

fn start() {
    if !STARTED.swap(true, Relaxed) {
        STARTS.fetch_add(1, Relaxed);
    }
}

#[test]
fn the_engine_is_started_once() {
    let others = [thread::spawn(start), thread::spawn(start)];
    start();
    others.map(|t| t.join().unwrap());
    assert_eq!(STARTS.load(Relaxed), 1);
}
