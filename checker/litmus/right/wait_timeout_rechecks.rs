//@ verdict: solved
//! After `wait_timeout` the condition decides, not the result of the wait: a
//! timeout may come although the change is there, and a wakeup although it is
//! not.

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

#[test]
fn gives_up_or_sees_the_value() {
    let slot = Mutex::new(None);
    let filled = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            *slot.lock().unwrap() = Some(7);
            filled.notify_all();
        });
        let mut guard = slot.lock().unwrap();
        loop {
            if let Some(value) = *guard {
                assert_eq!(value, 7);
                break;
            }
            let (again, timeout) = filled.wait_timeout(guard, Duration::from_secs(1)).unwrap();
            guard = again;
            if timeout.timed_out() {
                break;
            }
        }
    });
}
