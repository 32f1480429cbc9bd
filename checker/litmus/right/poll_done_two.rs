//@ verdict: solved
//! Detached threads and a main that polls a count: the executions are many, and what
//! is left behind in each must not add up.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let results = Arc::new(Mutex::new(Vec::new()));
    let done = Arc::new(AtomicUsize::new(0));
    for i in 0..2 {
        let (results, done) = (results.clone(), done.clone());
        thread::spawn(move || {
            thread::sleep(Duration::from_millis(10 * i));
            results.lock().unwrap().push(i);
            done.fetch_add(1, Ordering::SeqCst);
        });
    }
    while done.load(Ordering::SeqCst) < 2 {
        thread::sleep(Duration::from_millis(1));
    }
    let mut results = results.lock().unwrap().clone();
    results.sort();
    assert_eq!(results, [0, 1]);
}
