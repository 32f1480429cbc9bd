//@ verdict: solved
//! Relaxed writes, and readers with a SeqCst fence between their loads. C++20
//! made this strong enough: reads are coherence-ordered through the writes, so
//! the second fence sees what the thread of the first one had read.
use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::thread;

fn reads(first: &AtomicU32, second: &AtomicU32) -> (u32, u32) {
    let a = first.load(Ordering::Relaxed);
    fence(Ordering::SeqCst);
    (a, second.load(Ordering::Relaxed))
}

fn main() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, Ordering::Relaxed));
        s.spawn(|| y.store(1, Ordering::Relaxed));
        let c = s.spawn(|| reads(&x, &y));
        let d = s.spawn(|| reads(&y, &x));
        let seen = (c.join().unwrap(), d.join().unwrap());
        assert_ne!(seen, ((1, 0), (1, 0)));
    });
}
