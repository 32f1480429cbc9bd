//@ verdict: double free
//! Decrement and question are two steps: both owners may count down and then
//! both find 0.
use std::ptr::NonNull;
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

struct Inner {
    value: u64,
}

static COUNT: AtomicUsize = AtomicUsize::new(2);

struct Shared(NonNull<Inner>);

unsafe impl Send for Shared {}

impl Drop for Shared {
    fn drop(&mut self) {
        COUNT.fetch_sub(1, SeqCst);
        if COUNT.load(SeqCst) == 0 {
            drop(unsafe { Box::from_raw(self.0.as_ptr()) });
        }
    }
}

fn main() {
    let inner = NonNull::from(Box::leak(Box::new(Inner { value: 4 })));
    let (a, b) = (Shared(inner), Shared(inner));
    assert_eq!(unsafe { a.0.as_ref().value }, 4);
    let t = thread::spawn(move || drop(a));
    drop(b);
    t.join().unwrap();
}
