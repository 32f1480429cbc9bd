//@ verdict: solved
//! The reader that acquired `y == 1` knows the write `x = 2` happened before
//! its own `x = 1`; write-write coherence makes its own the last (S).
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

static X: AtomicU32 = AtomicU32::new(0);
static Y: AtomicU32 = AtomicU32::new(0);

fn main() {
    let t = thread::spawn(|| {
        X.store(2, Relaxed);
        Y.store(1, Release);
    });
    let seen = Y.load(Acquire);
    X.store(1, Relaxed);
    t.join().unwrap();
    if seen == 1 {
        assert_eq!(X.load(Relaxed), 1);
    }
}
