//@ verdict: data race
//! The consumer stores its index Relaxed: the producer that reuses the place
//! is not ordered after the read of the old item.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Ring {
    slots: [UnsafeCell<u64>; 2],
    head: AtomicUsize,
    tail: AtomicUsize,
}

unsafe impl Sync for Ring {}

impl Ring {
    fn push(&self, item: u64) -> bool {
        let tail = self.tail.load(Relaxed);
        if tail - self.head.load(Acquire) == 2 {
            return false;
        }
        unsafe { *self.slots[tail % 2].get() = item };
        self.tail.store(tail + 1, Release);
        true
    }

    fn pop(&self) -> Option<u64> {
        let head = self.head.load(Relaxed);
        if head == self.tail.load(Acquire) {
            return None;
        }
        let item = unsafe { *self.slots[head % 2].get() };
        self.head.store(head + 1, Relaxed);
        Some(item)
    }
}

#[test]
fn items_come_in_order() {
    let ring = Ring { slots: Default::default(), head: 0.into(), tail: 0.into() };
    thread::scope(|s| {
        s.spawn(|| (1..=3).filter(|&n| ring.push(n)).count());
        s.spawn(|| assert!(matches!(ring.pop(), None | Some(1))));
    });
}
