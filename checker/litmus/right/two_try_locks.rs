//@ verdict: solved
//! Two threads try the same lock at once: one of them gets it, and the other is
//! told so at once. That is no deadlock, and one always gets in.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

#[test]
fn somebody_gets_in() {
    let lock = Mutex::new(0);
    let missed = AtomicUsize::new(0);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| match lock.try_lock() {
                Ok(mut value) => *value += 1,
                Err(_) => _ = missed.fetch_add(1, SeqCst),
            });
        }
    });
    let entered = lock.into_inner().unwrap();
    assert!(entered >= 1);
    assert_eq!(entered + missed.into_inner(), 2);
}
