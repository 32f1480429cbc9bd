//@ verdict: memory ordering
//! The hop in the middle looks at the first flag with a Relaxed load, so the
//! chain of happens-before is cut there.
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

#[derive(Default)]
struct Relay {
    data: AtomicUsize,
    first: AtomicBool,
    second: AtomicBool,
}

#[test]
fn data_travels_over_two_flags() {
    let relay = Arc::new(Relay::default());
    let source = Arc::clone(&relay);
    let hop = Arc::clone(&relay);
    let a = thread::spawn(move || {
        source.data.store(5, Relaxed);
        source.first.store(true, Release);
    });
    let b = thread::spawn(move || {
        if hop.first.load(Relaxed) {
            hop.second.store(true, Release);
        }
    });
    if relay.second.load(Acquire) {
        assert_eq!(relay.data.load(Relaxed), 5);
    }
    a.join().unwrap();
    b.join().unwrap();
}
