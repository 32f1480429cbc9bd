//@ verdict: solved
//! The flag changes under the waiter's lock. Whoever tests it and decides to
//! sleep holds that lock until it sleeps, so the notify cannot fall in between;
//! notifying after the lock is given up is as good as before.

use parking_lot::{Condvar, Mutex};
use std::thread;

fn main() {
    let ready = Mutex::new(false);
    let changed = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            let mut guard = ready.lock();
            while !*guard {
                changed.wait(&mut guard);
            }
        });
        s.spawn(|| {
            *ready.lock() = true;
            changed.notify_one();
        });
    });
}
