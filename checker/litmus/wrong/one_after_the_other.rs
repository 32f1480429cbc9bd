//@ verdict: lost update
//! The last of them is not joined before the next begins.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

fn main() {
    let count = Arc::new(AtomicUsize::new(0));
    let mut last = None;
    for i in 0..4 {
        let mine = Arc::clone(&count);
        let handle = thread::spawn(move || mine.store(mine.load(Relaxed) + 1, Relaxed));
        if i == 2 {
            last = Some(handle);
        } else {
            handle.join().unwrap();
        }
    }
    last.unwrap().join().unwrap();
    assert_eq!(count.load(Relaxed), 4);
}
