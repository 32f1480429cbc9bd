//@ verdict: panic
//! `unwrap` of a poisoned lock panics: if the other thread comes second, its
//! panic is this one's.

use std::sync::{Arc, Mutex};
use std::thread;

#[test]
fn the_count_survives_a_panic() {
    let count = Arc::new(Mutex::new(0));
    let bad = {
        let count = Arc::clone(&count);
        thread::spawn(move || {
            let _guard = count.lock();
            panic!("after the change");
        })
    };
    let good = {
        let count = Arc::clone(&count);
        thread::spawn(move || *count.lock().unwrap() += 1)
    };
    assert!(bad.join().is_err());
    assert!(good.join().is_ok());
}
