//@ verdict: panic
//! Double-checked locking with a flag that is set before the value is made: the
//! quick check lets others through too early.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::thread;

static LOCK: Mutex<()> = Mutex::new(());
static READY: AtomicBool = AtomicBool::new(false);
static VALUE: AtomicU64 = AtomicU64::new(0);

fn get() -> u64 {
    if !READY.load(Ordering::Acquire) {
        let _guard = LOCK.lock().unwrap();
        if !READY.load(Ordering::Relaxed) {
            READY.store(true, Ordering::Release);
            VALUE.store(42, Ordering::Relaxed);
        }
    }
    VALUE.load(Ordering::Relaxed)
}

#[test]
fn both_get_the_value() {
    let other = thread::spawn(get);
    assert_eq!(get(), 42);
    assert_eq!(other.join().unwrap(), 42);
}
