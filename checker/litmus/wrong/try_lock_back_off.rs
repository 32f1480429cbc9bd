//@ verdict: livelock
//! The first lock is kept while the second is tried again and again: two such
//! threads wait for each other for ever, busily.

use std::sync::Mutex;
use std::thread;

fn both(first: &Mutex<i32>, second: &Mutex<i32>) {
    let mut a = first.lock().unwrap();
    let mut b = loop {
        match second.try_lock() {
            Ok(guard) => break guard,
            Err(_) => thread::yield_now(),
        }
    };
    *a += 1;
    *b += 1;
}

#[test]
fn both_get_both() {
    let (x, y) = (Mutex::new(0), Mutex::new(0));
    thread::scope(|s| {
        s.spawn(|| both(&x, &y));
        s.spawn(|| both(&y, &x));
    });
    assert_eq!((*x.lock().unwrap(), *y.lock().unwrap()), (2, 2));
}
