//@ verdict: use after free
//! The decrements release but the last owner does not acquire: its free is not
//! ordered after the other owner's read.
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

struct Inner {
    count: AtomicUsize,
    value: u64,
}

struct Shared(NonNull<Inner>);

unsafe impl Send for Shared {}

impl Shared {
    fn get(&self) -> u64 {
        unsafe { (*self.0.as_ptr()).value }
    }
}

impl Drop for Shared {
    fn drop(&mut self) {
        let inner = self.0.as_ptr();
        if unsafe { (*inner).count.fetch_sub(1, Ordering::Release) } == 1 {
            drop(unsafe { Box::from_raw(inner) });
        }
    }
}

fn main() {
    let inner = NonNull::from(Box::leak(Box::new(Inner { count: 2.into(), value: 4 })));
    let (a, b) = (Shared(inner), Shared(inner));
    let t = thread::spawn(move || a.get());
    assert_eq!(b.get(), 4);
    drop(b);
    assert_eq!(t.join().unwrap(), 4);
}
