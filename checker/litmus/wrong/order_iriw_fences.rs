//@ verdict: memory ordering
//! Acquire fences between the loads order them with the writers, but not the
//! two writers with each other.
use std::sync::atomic::{AtomicU32, Ordering, fence};
use std::thread;

fn reads(first: &AtomicU32, second: &AtomicU32) -> (u32, u32) {
    let a = first.load(Ordering::Relaxed);
    fence(Ordering::Acquire);
    (a, second.load(Ordering::Relaxed))
}

fn main() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| x.store(1, Ordering::Release));
        s.spawn(|| y.store(1, Ordering::Release));
        let c = s.spawn(|| reads(&x, &y));
        let d = s.spawn(|| reads(&y, &x));
        let seen = (c.join().unwrap(), d.join().unwrap());
        assert_ne!(seen, ((1, 0), (1, 0)));
    });
}
