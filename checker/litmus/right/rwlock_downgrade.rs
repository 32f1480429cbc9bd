//@ verdict: solved
//! `RwLockWriteGuard::downgrade`: "atomically", so no writer comes in between.

use std::sync::{RwLock, RwLockWriteGuard};
use std::thread;

#[test]
fn what_was_written_is_what_is_read() {
    let lock = RwLock::new(0);
    thread::scope(|s| {
        for i in 1..=2 {
            let lock = &lock;
            s.spawn(move || {
                let mut guard = lock.write().unwrap();
                *guard = i;
                let guard = RwLockWriteGuard::downgrade(guard);
                assert_eq!(*guard, i);
            });
        }
    });
}
