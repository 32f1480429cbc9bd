//@ verdict: memory ordering
//! Z6.U of "Repairing Sequential Consistency in C/C++11", allowed since C++20:
//! `y.store(1)` is only Release, so `x = 1` need not precede the increment in
//! the total order although it happens before it.
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

fn main() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            x.store(1, SeqCst);
            y.store(1, Release);
        });
        let middle = s.spawn(|| (y.fetch_add(1, SeqCst), y.load(Relaxed)));
        let last = s.spawn(|| {
            y.store(3, SeqCst);
            x.load(SeqCst)
        });
        let seen = (middle.join().unwrap(), last.join().unwrap());
        assert_ne!(seen, ((1, 3), 0));
    });
}
