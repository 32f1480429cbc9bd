//@ verdict: solved
//! Polling a flag under its lock is slow and right: whoever holds the lock goes
//! on and gives it up, so in finite time the other thread sets the flag.

use std::sync::{Mutex, RwLock};
use std::thread;
use std::time::Duration;

#[test]
fn a_mutex_bare() {
    let ready = Mutex::new(false);
    thread::scope(|s| {
        s.spawn(|| while !*ready.lock().unwrap() {});
        s.spawn(|| *ready.lock().unwrap() = true);
    });
}

#[test]
fn a_mutex_with_sleep() {
    let ready = Mutex::new(false);
    thread::scope(|s| {
        s.spawn(|| {
            while !*ready.lock().unwrap() {
                thread::sleep(Duration::from_millis(1));
            }
        });
        s.spawn(|| *ready.lock().unwrap() = true);
    });
}

#[test]
fn a_read_lock_with_yield() {
    let ready = RwLock::new(false);
    thread::scope(|s| {
        s.spawn(|| {
            while !*ready.read().unwrap() {
                thread::yield_now();
            }
        });
        s.spawn(|| *ready.write().unwrap() = true);
    });
}
