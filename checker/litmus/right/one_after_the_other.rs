//@ verdict: solved
//! Twenty threads, each joined before the next begins: `join` synchronizes, so
//! even load and store are enough.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

fn main() {
    let count = Arc::new(AtomicUsize::new(0));
    for i in 0..20 {
        let mine = Arc::clone(&count);
        let handle = thread::spawn(move || mine.store(mine.load(Relaxed) + 1, Relaxed));
        handle.join().unwrap();
        assert_eq!(count.load(Relaxed), i + 1);
    }
}
