//@ verdict: solved
//! RWC with SeqCst fences: the first fence carries what its thread has read to
//! the later fence. C++11 allowed the outcome, C++20 forbids it.
use std::sync::atomic::{AtomicU32, Ordering::*, fence};
use std::thread;

fn main() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, Relaxed));
        let reader = s.spawn(|| {
            let saw_x = x.load(Relaxed);
            fence(SeqCst);
            (saw_x, y.load(Relaxed))
        });
        let writer = s.spawn(|| {
            y.store(1, Relaxed);
            fence(SeqCst);
            x.load(Relaxed)
        });
        let seen = (reader.join().unwrap(), writer.join().unwrap());
        assert_ne!(seen, ((1, 0), 0));
    });
}
