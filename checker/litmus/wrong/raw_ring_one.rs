//@ verdict: data race
//! The consumer frees the place before it has read the item; the producer may
//! write the next one meanwhile.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

struct Mailbox {
    full: AtomicBool,
    item: UnsafeCell<u32>,
}

unsafe impl Sync for Mailbox {}

impl Mailbox {
    fn send(&self, item: u32) {
        while self.full.load(Acquire) {
            thread::yield_now();
        }
        unsafe { self.item.get().write(item) };
        self.full.store(true, Release);
    }

    fn receive(&self) -> u32 {
        while !self.full.swap(false, AcqRel) {
            thread::yield_now();
        }
        unsafe { self.item.get().read() }
    }
}

fn main() {
    let mailbox = Mailbox { full: AtomicBool::new(false), item: UnsafeCell::new(0) };
    thread::scope(|s| {
        s.spawn(|| (1..=2).for_each(|item| mailbox.send(item)));
        s.spawn(|| assert_eq!([mailbox.receive(), mailbox.receive()], [1, 2]));
    });
}
