//@ verdict: solved
//! A panic ends its own thread alone. parking_lot's lock is simply given up.

use parking_lot::Mutex;
use std::sync::Arc;
use std::thread;

fn main() {
    let total = Arc::new(Mutex::new(0));
    let results: Vec<bool> = (0..3)
        .map(|i| {
            let total = total.clone();
            thread::spawn(move || {
                let mut total = total.lock();
                assert_ne!(i, 1, "one of them fails");
                *total += i;
            })
        })
        .collect::<Vec<_>>()
        .into_iter()
        .map(|handle| handle.join().is_ok())
        .collect();
    assert_eq!(results, [true, false, true]);
    assert_eq!(*total.lock(), 2);
}
