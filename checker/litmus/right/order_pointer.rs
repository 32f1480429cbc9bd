//@ verdict: solved
//! A pointer to atomics, published with Release and taken with Acquire. The
//! box is freed after both threads are done.
use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicU32, Ordering::*};
use std::thread;

struct Config {
    port: AtomicU32,
}

#[test]
fn a_published_config_is_complete() {
    let current = AtomicPtr::<Config>::new(ptr::null_mut());
    thread::scope(|s| {
        s.spawn(|| {
            let config = Box::into_raw(Box::new(Config { port: AtomicU32::new(0) }));
            unsafe { (*config).port.store(8080, Relaxed) };
            current.store(config, Release);
        });
        s.spawn(|| {
            let config = current.load(Acquire);
            if !config.is_null() {
                assert_eq!(unsafe { (*config).port.load(Relaxed) }, 8080);
            }
        });
    });
    drop(unsafe { Box::from_raw(current.into_inner()) });
}
