//@ verdict: solved
//! A guard is a value: swapping two swaps which lock each gives back.

use std::sync::{Mutex, MutexGuard};
use std::thread;

#[test]
fn guards_can_change_places() {
    let (a, b) = (Mutex::new(1), Mutex::new(2));
    thread::scope(|s| {
        s.spawn(|| {
            let mut x: MutexGuard<'_, i32> = a.lock().unwrap();
            let mut y = b.lock().unwrap();
            std::mem::swap(&mut x, &mut y);
            *x += 10; // b
            drop(x);
            *y += 100; // a
        });
        s.spawn(|| *b.lock().unwrap() += 1);
    });
    assert_eq!((a.into_inner().unwrap(), b.into_inner().unwrap()), (101, 13));
}
