//@ verdict: lost wakeup
//! The flag is an atomic and is set without the waiter's lock: set and notify
//! can both come between the waiter's test and its sleep. A notify wakes who
//! waits now; nobody is told later.

use parking_lot::{Condvar, Mutex};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

fn main() {
    let ready = AtomicBool::new(false);
    let lock = Mutex::new(());
    let changed = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            let mut guard = lock.lock();
            while !ready.load(Ordering::SeqCst) {
                changed.wait(&mut guard);
            }
        });
        s.spawn(|| {
            ready.store(true, Ordering::SeqCst);
            changed.notify_one();
        });
    });
}
