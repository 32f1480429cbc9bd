//@ verdict: solved
//! A ring of two places for one producer and one consumer. Each side stores
//! its own index with Release and loads the other's with Acquire.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Ring<T, const N: usize> {
    slots: [UnsafeCell<MaybeUninit<T>>; N],
    head: AtomicUsize,
    tail: AtomicUsize,
}

unsafe impl<T: Send, const N: usize> Sync for Ring<T, N> {}

impl<T, const N: usize> Ring<T, N> {
    fn new() -> Self {
        let slots = std::array::from_fn(|_| UnsafeCell::new(MaybeUninit::uninit()));
        Self { slots, head: AtomicUsize::new(0), tail: AtomicUsize::new(0) }
    }

    fn push(&self, item: T) -> Result<(), T> {
        let tail = self.tail.load(Relaxed);
        if tail - self.head.load(Acquire) == N {
            return Err(item);
        }
        unsafe { (*self.slots[tail % N].get()).write(item) };
        self.tail.store(tail + 1, Release);
        Ok(())
    }

    fn pop(&self) -> Option<T> {
        let head = self.head.load(Relaxed);
        if head == self.tail.load(Acquire) {
            return None;
        }
        let item = unsafe { (*self.slots[head % N].get()).assume_init_read() };
        self.head.store(head + 1, Release);
        Some(item)
    }
}

impl<T, const N: usize> Drop for Ring<T, N> {
    fn drop(&mut self) {
        while self.pop().is_some() {}
    }
}

#[test]
fn items_come_in_order() {
    let ring = Ring::<Box<u32>, 2>::new();
    thread::scope(|s| {
        s.spawn(|| (0..3).filter(|&n| ring.push(Box::new(n)).is_ok()).count());
        s.spawn(|| {
            let got: Vec<_> = (0..2).filter_map(|_| ring.pop()).collect();
            assert!(got.is_sorted());
        });
    });
}
