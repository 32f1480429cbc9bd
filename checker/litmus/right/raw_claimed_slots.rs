//@ verdict: solved
//! Places are claimed with `fetch_add`, so each is written by one thread; the
//! slots are read after both threads have been joined.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Log {
    slots: [UnsafeCell<u64>; 4],
    next: AtomicUsize,
}

unsafe impl Sync for Log {}

impl Log {
    fn push(&self, item: u64) {
        let place = self.next.fetch_add(1, Relaxed);
        unsafe { *self.slots[place].get() = item };
    }
}

#[test]
fn nothing_is_overwritten() {
    let log = Arc::new(Log { slots: Default::default(), next: 0.into() });
    let threads = [1, 2].map(|n| {
        let log = Arc::clone(&log);
        thread::spawn(move || {
            log.push(n);
            log.push(n);
        })
    });
    threads.map(|t| t.join().unwrap());
    let sum: u64 = log.slots.iter().map(|slot| unsafe { *slot.get() }).sum();
    assert_eq!(sum, 6);
}
