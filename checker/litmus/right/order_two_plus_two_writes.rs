//@ verdict: solved
//! Two threads write both variables in opposite order, SeqCst. In one total
//! order the last write of all is a thread's second one, so the two variables
//! cannot both keep their first writes.
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

#[test]
fn the_last_write_is_somebodys_second() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            x.store(1, SeqCst);
            y.store(2, SeqCst);
        });
        s.spawn(|| {
            y.store(1, SeqCst);
            x.store(2, SeqCst);
        });
    });
    assert!((x.into_inner(), y.into_inner()) != (1, 1));
}
