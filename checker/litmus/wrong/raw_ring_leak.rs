//@ verdict: leak
//! The ring has no `Drop`: what was pushed and not popped is never dropped,
//! since `MaybeUninit` drops nothing by itself.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Ring {
    slots: UnsafeCell<[MaybeUninit<Box<u32>>; 2]>,
    head: AtomicUsize,
    tail: AtomicUsize,
}

unsafe impl Sync for Ring {}

impl Ring {
    fn push(&self, item: Box<u32>) {
        let tail = self.tail.load(Relaxed);
        if tail - self.head.load(Acquire) < 2 {
            unsafe { (*self.slots.get().cast::<MaybeUninit<_>>().add(tail % 2)).write(item) };
            self.tail.store(tail + 1, Release);
        }
    }

    fn pop(&self) -> Option<Box<u32>> {
        let head = self.head.load(Relaxed);
        if head == self.tail.load(Acquire) {
            return None;
        }
        let slot = unsafe { self.slots.get().cast::<MaybeUninit<Box<u32>>>().add(head % 2) };
        let item = unsafe { (*slot).assume_init_read() };
        self.head.store(head + 1, Release);
        Some(item)
    }
}

#[test]
fn two_in_one_out() {
    let slots = UnsafeCell::new([const { MaybeUninit::uninit() }; 2]);
    let ring = Ring { slots, head: 0.into(), tail: 0.into() };
    thread::scope(|s| {
        s.spawn(|| {
            ring.push(Box::new(1));
            ring.push(Box::new(2));
        });
        assert!(matches!(ring.pop().as_deref(), None | Some(1)));
    });
}
