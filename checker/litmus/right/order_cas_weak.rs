//@ verdict: solved
//! `compare_exchange_weak` may fail although the value is as expected, so it
//! is tried again with what it returned.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

fn double(x: &AtomicU32) {
    let mut seen = x.load(Relaxed);
    while let Err(now) = x.compare_exchange_weak(seen, seen * 2, Relaxed, Relaxed) {
        seen = now;
    }
}

fn main() {
    let x = AtomicU32::new(3);
    thread::scope(|s| {
        s.spawn(|| double(&x));
        s.spawn(|| double(&x));
    });
    assert_eq!(x.into_inner(), 12);
}
