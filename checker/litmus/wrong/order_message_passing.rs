//@ verdict: memory ordering
//! A Relaxed store releases nothing: the load of `READY` may return `true`
//! without the write to `DATA` happening before the read (C++20 atomics.order).
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

static DATA: AtomicU32 = AtomicU32::new(0);
static READY: AtomicBool = AtomicBool::new(false);

#[test]
fn the_reader_that_sees_the_flag_sees_the_data() {
    let writer = thread::spawn(|| {
        DATA.store(42, Ordering::Relaxed);
        READY.store(true, Ordering::Relaxed);
    });
    if READY.load(Ordering::Acquire) {
        assert_eq!(DATA.load(Ordering::Relaxed), 42);
    }
    writer.join().unwrap();
}
