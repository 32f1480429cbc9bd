//@ verdict: check then act: one critical section cut in two
//! Giving the write lock up and taking a read lock is no downgrade.

use std::sync::RwLock;
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
                drop(guard);
                let guard = lock.read().unwrap();
                assert_eq!(*guard, i);
            });
        }
    });
}
