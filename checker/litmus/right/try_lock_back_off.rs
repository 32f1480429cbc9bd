//@ verdict: solved
//! Locks in opposite orders without a deadlock: who does not get the second
//! lock gives up the first and lets the other thread on.

use std::sync::Mutex;
use std::thread;

fn both(first: &Mutex<i32>, second: &Mutex<i32>) {
    loop {
        let mut a = first.lock().unwrap();
        if let Ok(mut b) = second.try_lock() {
            *a += 1;
            *b += 1;
            return;
        }
        drop(a);
        thread::yield_now();
    }
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
