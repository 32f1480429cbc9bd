//@ verdict: spurious wakeup
//! `if` instead of `while`: `Condvar::wait` is "susceptible to spurious
//! wakeups", so it may return while the condition is still false.

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
    if !*started {
        started = cvar.wait(started).unwrap();
    }
    assert!(*started);
    drop(started);
    worker.join().unwrap();
}
