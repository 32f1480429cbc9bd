//@ verdict: memory ordering
//! RWC with Release and Acquire: the writer's load of `x` may come before its
//! own store is seen, though `x` had been seen elsewhere.
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

fn main() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, Release));
        let reader = s.spawn(|| {
            let saw_x = x.load(Acquire);
            (saw_x, y.load(Acquire))
        });
        let writer = s.spawn(|| {
            y.store(1, Release);
            x.load(Acquire)
        });
        let seen = (reader.join().unwrap(), writer.join().unwrap());
        assert_ne!(seen, ((1, 0), 0));
    });
}
