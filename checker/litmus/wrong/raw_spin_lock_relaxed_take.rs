//@ verdict: data race
//! The exchange that takes the lock is Relaxed: it reads the previous owner's
//! Release store without acquiring from it.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

struct Counter {
    locked: AtomicBool,
    value: UnsafeCell<u64>,
}

unsafe impl Sync for Counter {}

impl Counter {
    fn increment(&self) {
        while self
            .locked
            .compare_exchange_weak(false, true, Ordering::Relaxed, Ordering::Relaxed)
            .is_err()
        {
            thread::yield_now();
        }
        unsafe { *self.value.get() += 1 };
        self.locked.store(false, Ordering::Release);
    }
}

#[test]
fn counts_to_two() {
    let counter = Arc::new(Counter { locked: false.into(), value: 0.into() });
    let other = Arc::clone(&counter);
    let t = thread::spawn(move || other.increment());
    counter.increment();
    t.join().unwrap();
    assert_eq!(unsafe { *counter.value.get() }, 2);
}
