//@ verdict: memory ordering
//! Each variable has a modification order of its own, and with Release stores
//! nothing ties the two together: both may end with the first write of a
//! thread (2+2W is allowed by C++20 for anything weaker than SeqCst).
use std::sync::atomic::{AtomicU32, Ordering::Release};
use std::thread;

#[test]
fn the_last_write_is_somebodys_second() {
    let (x, y) = (AtomicU32::new(0), AtomicU32::new(0));
    thread::scope(|s| {
        s.spawn(|| {
            x.store(1, Release);
            y.store(2, Release);
        });
        s.spawn(|| {
            y.store(1, Release);
            x.store(2, Release);
        });
    });
    assert!((x.into_inner(), y.into_inner()) != (1, 1));
}
