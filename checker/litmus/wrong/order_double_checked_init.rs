//@ verdict: memory ordering
//! The fast path's load is Relaxed: a thread that sees `READY` without ever
//! taking the lock may still read the value from before.
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::*};
use std::thread;

static READY: AtomicBool = AtomicBool::new(false);
static VALUE: AtomicU32 = AtomicU32::new(0);
static INIT: Mutex<u32> = Mutex::new(0);

fn get() -> u32 {
    if !READY.load(Relaxed) {
        let mut runs = INIT.lock().unwrap();
        if !READY.load(Relaxed) {
            *runs += 1;
            VALUE.store(77, Relaxed);
            READY.store(true, Release);
        }
    }
    VALUE.load(Relaxed)
}

#[test]
fn everyone_gets_the_value_that_was_made_once() {
    let other = thread::spawn(get);
    assert_eq!(get(), 77);
    assert_eq!(other.join().unwrap(), 77);
    assert_eq!(*INIT.lock().unwrap(), 1);
}
