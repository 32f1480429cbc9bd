//@ verdict: memory ordering
//! SeqCst on the stores alone does not help: the Acquire loads take no part in
//! the total order and may both return 0.
use std::sync::atomic::{AtomicI32, Ordering};
use std::thread;

#[test]
fn somebody_is_seen() {
    let (x, y) = (AtomicI32::new(0), AtomicI32::new(0));
    let sum = thread::scope(|s| {
        let a = s.spawn(|| {
            x.store(1, Ordering::SeqCst);
            y.load(Ordering::Acquire)
        });
        y.store(1, Ordering::SeqCst);
        let b = x.load(Ordering::Acquire);
        a.join().unwrap() + b
    });
    assert!(sum >= 1);
}
