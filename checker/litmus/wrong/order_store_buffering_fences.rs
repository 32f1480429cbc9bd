//@ verdict: memory ordering
//! Only one thread has the fence. Without a second one there is nothing for it
//! to be ordered with, and both may read 0.
use std::sync::atomic::{AtomicU8, Ordering, fence};
use std::thread;

static X: AtomicU8 = AtomicU8::new(0);
static Y: AtomicU8 = AtomicU8::new(0);

fn main() {
    let t = thread::spawn(|| {
        X.store(1, Ordering::Relaxed);
        fence(Ordering::SeqCst);
        Y.load(Ordering::Relaxed)
    });
    Y.store(1, Ordering::Release);
    let here = X.load(Ordering::Acquire);
    let there = t.join().unwrap();
    assert_ne!((here, there), (0, 0));
}
