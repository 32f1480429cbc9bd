//@ verdict: panic
//! Each counter is right by itself; together they are read between two changes.

use std::sync::atomic::{AtomicI32, Ordering::SeqCst};
use std::thread;

#[test]
fn the_total_is_constant() {
    let a = AtomicI32::new(10);
    let b = AtomicI32::new(0);
    thread::scope(|s| {
        s.spawn(|| {
            a.fetch_sub(4, SeqCst);
            b.fetch_add(4, SeqCst);
        });
        s.spawn(|| assert_eq!(a.load(SeqCst) + b.load(SeqCst), 10));
    });
}
