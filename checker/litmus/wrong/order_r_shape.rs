//@ verdict: memory ordering
//! A store that overwrites a Release store does not acquire from it; the load
//! that follows may return the old `x` (R, allowed below SeqCst).
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

#[test]
fn who_overwrites_y_sees_x() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    let seen = thread::scope(|s| {
        s.spawn(|| {
            x.store(1, Release);
            y.store(1, Release);
        });
        let other = s.spawn(|| {
            y.store(2, Release);
            x.load(Acquire)
        });
        other.join().unwrap()
    });
    if y.into_inner() == 2 {
        assert_eq!(seen, 1);
    }
}
