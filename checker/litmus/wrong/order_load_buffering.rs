//@ verdict: load buffering
//! Both loads are Relaxed and precede the stores in their threads; C++20 lets
//! each read what the other thread stores later.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

#[test]
fn nobody_reads_the_future() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    let (a, b) = thread::scope(|s| {
        let a = s.spawn(|| {
            let seen = x.load(Relaxed);
            y.store(1, Relaxed);
            seen
        });
        let b = s.spawn(|| {
            let seen = y.load(Relaxed);
            x.store(1, Relaxed);
            seen
        });
        (a.join().unwrap(), b.join().unwrap())
    });
    assert!((a, b) != (1, 1));
}
