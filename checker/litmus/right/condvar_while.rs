//@ verdict: solved
//! The condition is tested in a loop, under the lock, and `Condvar::wait` gives
//! the lock up and sleeps in one step: neither a spurious wakeup nor a notify
//! before the wait can hurt.

use std::sync::{Arc, Condvar, Mutex};
use std::thread;

#[test]
fn main_waits_until_the_worker_is_ready() {
    let pair = Arc::new((Mutex::new(false), Condvar::new()));
    let pair2 = Arc::clone(&pair);
    let worker = thread::spawn(move || {
        let (lock, cvar) = &*pair2;
        let mut started = lock.lock().unwrap();
        *started = true;
        cvar.notify_one();
    });
    let (lock, cvar) = &*pair;
    let mut started = lock.lock().unwrap();
    while !*started {
        started = cvar.wait(started).unwrap();
    }
    assert!(*started);
    drop(started);
    worker.join().unwrap();
}
