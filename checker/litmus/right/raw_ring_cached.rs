//@ verdict: solved
//! Each side keeps the other's index as it last saw it and only looks again
//! when that says full or empty. The cached copies are each one thread's own.
use std::cell::{Cell, UnsafeCell};
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Shared {
    slots: [UnsafeCell<u8>; 3],
    head: AtomicUsize,
    tail: AtomicUsize,
}

unsafe impl Sync for Shared {}

struct Producer<'a> {
    ring: &'a Shared,
    tail: usize,
    head_seen: usize,
}

struct Consumer<'a> {
    ring: &'a Shared,
    head: Cell<usize>,
    tail_seen: Cell<usize>,
}

impl Producer<'_> {
    fn push(&mut self, item: u8) -> bool {
        if self.tail - self.head_seen == 3 {
            self.head_seen = self.ring.head.load(Acquire);
            if self.tail - self.head_seen == 3 {
                return false;
            }
        }
        unsafe { *self.ring.slots[self.tail % 3].get() = item };
        self.tail += 1;
        self.ring.tail.store(self.tail, Release);
        true
    }
}

impl Consumer<'_> {
    fn pop(&self) -> Option<u8> {
        let head = self.head.get();
        if head == self.tail_seen.get() {
            self.tail_seen.set(self.ring.tail.load(Acquire));
            if head == self.tail_seen.get() {
                return None;
            }
        }
        let item = unsafe { *self.ring.slots[head % 3].get() };
        self.head.set(head + 1);
        self.ring.head.store(head + 1, Release);
        Some(item)
    }
}

#[test]
fn four_items_through_three_places() {
    let ring = Shared { slots: Default::default(), head: 0.into(), tail: 0.into() };
    let mut producer = Producer { ring: &ring, tail: 0, head_seen: 0 };
    let consumer = Consumer { ring: &ring, head: Cell::new(0), tail_seen: Cell::new(0) };
    thread::scope(|s| {
        s.spawn(move || (1..=4).all(|item| producer.push(item)));
        s.spawn(move || {
            let got: Vec<_> = (0..3).filter_map(|_| consumer.pop()).collect();
            assert!(got.iter().copied().eq(1..=got.len() as u8));
        });
    });
}
