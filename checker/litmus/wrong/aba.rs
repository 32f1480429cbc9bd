//@ verdict: panic
//! A free list of slots by index: between reading the head's successor and the
//! exchange the same head comes back with another successor (ABA), and a slot
//! that is in use is handed out.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;

const NONE: usize = usize::MAX;

struct Pool {
    head: AtomicUsize,
    next: [AtomicUsize; 3],
    used: [AtomicBool; 3],
}

impl Pool {
    fn take(&self) -> Option<usize> {
        loop {
            let head = self.head.load(SeqCst);
            if head == NONE {
                return None;
            }
            let next = self.next[head].load(SeqCst);
            if self.head.compare_exchange(head, next, SeqCst, SeqCst).is_ok() {
                assert!(!self.used[head].swap(true, SeqCst), "handed out twice");
                return Some(head);
            }
        }
    }

    fn give(&self, slot: usize) {
        self.used[slot].store(false, SeqCst);
        loop {
            let head = self.head.load(SeqCst);
            self.next[slot].store(head, SeqCst);
            if self.head.compare_exchange(head, slot, SeqCst, SeqCst).is_ok() {
                return;
            }
        }
    }
}

#[test]
fn no_slot_is_handed_out_twice() {
    let pool = Pool {
        head: AtomicUsize::new(0),
        next: [AtomicUsize::new(1), AtomicUsize::new(2), AtomicUsize::new(NONE)],
        used: Default::default(),
    };
    thread::scope(|s| {
        s.spawn(|| {
            pool.take();
            pool.take();
        });
        s.spawn(|| {
            let a = pool.take();
            let _b = pool.take();
            if let Some(a) = a {
                pool.give(a);
            }
        });
    });
}
