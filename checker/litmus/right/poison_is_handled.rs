//@ verdict: solved
//! A panic while the lock is held poisons it; `into_inner` of the error gives
//! the value all the same, and `join` gives the panic back.

use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

#[test]
fn the_count_survives_a_panic() {
    let count = Arc::new(Mutex::new(0));
    let bad = {
        let count = Arc::clone(&count);
        thread::spawn(move || {
            let mut guard = count.lock().unwrap_or_else(PoisonError::into_inner);
            *guard += 1;
            panic!("after the change");
        })
    };
    let good = {
        let count = Arc::clone(&count);
        thread::spawn(move || {
            let mut guard = count.lock().unwrap_or_else(PoisonError::into_inner);
            *guard += 1;
        })
    };
    let payload = bad.join().unwrap_err();
    assert_eq!(payload.downcast_ref::<&str>(), Some(&"after the change"));
    good.join().unwrap();
    assert!(count.is_poisoned());
    assert_eq!(*count.lock().unwrap_err().into_inner(), 2);
}
