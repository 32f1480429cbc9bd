//@ verdict: early return
//! A second is not a promise: the other thread may take longer, and the timeout
//! comes first.

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

#[test]
fn a_second_is_enough() {
    let slot = Mutex::new(None);
    let filled = Condvar::new();
    thread::scope(|s| {
        s.spawn(|| {
            *slot.lock().unwrap() = Some(7);
            filled.notify_all();
        });
        let guard = slot.lock().unwrap();
        let (guard, _) = filled
            .wait_timeout_while(guard, Duration::from_secs(1), |slot| slot.is_none())
            .unwrap();
        assert_eq!(*guard, Some(7));
    });
}
