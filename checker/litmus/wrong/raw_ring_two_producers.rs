//@ verdict: data race
//! A ring for one producer, used by two: both may take the same place.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Ring {
    slots: [UnsafeCell<u64>; 4],
    tail: AtomicUsize,
}

unsafe impl Sync for Ring {}

impl Ring {
    fn push(&self, item: u64) {
        let tail = self.tail.load(Acquire);
        unsafe { *self.slots[tail].get() = item };
        self.tail.store(tail + 1, Release);
    }
}

#[test]
fn two_items_are_in_the_ring() {
    let ring = Arc::new(Ring { slots: Default::default(), tail: 0.into() });
    let other = Arc::clone(&ring);
    let t = thread::spawn(move || other.push(1));
    ring.push(2);
    t.join().unwrap();
    assert_eq!(ring.tail.load(Relaxed), 2);
}
