//@ verdict: solved
//! If the second thread's `y = 2` comes after `y = 1` in the total order, then
//! so does its SeqCst load of `x`, and it sees the 1 (R).
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

#[test]
fn who_overwrites_y_sees_x() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    let seen = thread::scope(|s| {
        s.spawn(|| {
            x.store(1, SeqCst);
            y.store(1, SeqCst);
        });
        let other = s.spawn(|| {
            y.store(2, SeqCst);
            x.load(SeqCst)
        });
        other.join().unwrap()
    });
    if y.into_inner() == 2 {
        assert_eq!(seen, 1);
    }
}
