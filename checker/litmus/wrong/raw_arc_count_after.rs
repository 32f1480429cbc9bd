//@ verdict: use after free
//! The new owner is counted only once its thread runs; by then the first owner
//! may have counted down to 0 and freed.
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Inner {
    count: AtomicUsize,
    value: u64,
}

struct Shared(NonNull<Inner>);

unsafe impl Send for Shared {}

impl Drop for Shared {
    fn drop(&mut self) {
        if unsafe { self.0.as_ref() }.count.fetch_sub(1, AcqRel) == 1 {
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}

fn main() {
    let first = Shared(NonNull::from(Box::leak(Box::new(Inner { count: 1.into(), value: 4 }))));
    let second = Shared(first.0);
    let t = thread::spawn(move || {
        let second = second;
        unsafe { second.0.as_ref() }.count.fetch_add(1, Relaxed);
        unsafe { second.0.as_ref() }.value
    });
    drop(first);
    t.join().unwrap();
}
