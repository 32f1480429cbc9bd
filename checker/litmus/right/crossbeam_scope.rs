//@ verdict: solved
//! Scoped threads may borrow, and may spawn further ones; all are joined at the
//! scope's end.

use crossbeam::thread;
use std::sync::atomic::{AtomicU32, Ordering};

fn main() {
    let sum = AtomicU32::new(0);
    let parts = [1, 2];
    thread::scope(|s| {
        for part in &parts {
            let sum = &sum;
            s.spawn(move |s| {
                s.spawn(move |_| sum.fetch_add(*part, Ordering::Relaxed));
            });
        }
    })
    .unwrap();
    assert_eq!(sum.into_inner(), 3);
}
