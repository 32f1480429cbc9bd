//@ verdict: lost wakeup
//! A notify is not stored: if it comes first, the wait that follows sleeps for
//! ever. There is no condition that would say that it came.

use std::sync::{Condvar, Mutex};
use std::thread;

static LOCK: Mutex<()> = Mutex::new(());
static CVAR: Condvar = Condvar::new();

#[test]
fn a_notify_is_waited_for() {
    let waiter = thread::spawn(|| {
        let guard = LOCK.lock().unwrap();
        drop(CVAR.wait(guard).unwrap());
    });
    CVAR.notify_one();
    waiter.join().unwrap();
}
