//@ verdict: panic
//! `try_lock` does not wait: while the other thread is inside, the count is
//! lost.

use std::sync::Mutex;
use std::thread;

#[test]
fn everybody_is_counted() {
    let lock = Mutex::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                if let Ok(mut value) = lock.try_lock() {
                    *value += 1;
                }
            });
        }
    });
    assert_eq!(lock.into_inner().unwrap(), 2);
}
