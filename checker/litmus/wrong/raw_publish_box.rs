//@ verdict: data race
//! The pointer is published with a Relaxed store: who finds it need not see
//! the string behind it, and reads it while it is being written.
use std::ptr;
use std::sync::atomic::{AtomicPtr, Ordering};
use std::thread;

static CONFIG: AtomicPtr<String> = AtomicPtr::new(ptr::null_mut());

#[test]
fn the_published_string_is_whole() {
    let publisher = thread::spawn(|| {
        let config = Box::new(String::from("port=80"));
        CONFIG.store(Box::into_raw(config), Ordering::Relaxed);
    });
    let seen = CONFIG.load(Ordering::Acquire);
    if let Some(config) = unsafe { seen.as_ref() } {
        assert_eq!(config, "port=80");
    }
    publisher.join().unwrap();
    let last = CONFIG.swap(ptr::null_mut(), Ordering::Relaxed);
    drop(unsafe { Box::from_raw(last) });
}
