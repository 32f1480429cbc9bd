//@ verdict: solved
//! The `Release` store of the flag comes last and the quick check acquires it;
//! the second check, under the lock, needs no ordering of its own.

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
            VALUE.store(42, Ordering::Relaxed);
            READY.store(true, Ordering::Release);
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
