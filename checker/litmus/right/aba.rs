//@ verdict: solved
//! A tag in the head's upper half counts every change: the same index with
//! another successor is another head.

use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering::SeqCst};
use std::thread;

const NONE: u64 = u32::MAX as u64;

struct Pool {
    head: AtomicU64,
    next: [AtomicU64; 2],
    used: [AtomicBool; 2],
    misses: AtomicUsize,
}

fn tagged(old: u64, slot: u64) -> u64 {
    ((old >> 32) + 1) << 32 | slot
}

impl Pool {
    fn take(&self) -> Option<u64> {
        let mut head = self.head.load(SeqCst);
        loop {
            let slot = head & NONE;
            if slot == NONE {
                self.misses.fetch_add(1, SeqCst);
                return None;
            }
            let next = self.next[slot as usize].load(SeqCst);
            match self.head.compare_exchange(head, tagged(head, next), SeqCst, SeqCst) {
                Ok(_) => {
                    assert!(!self.used[slot as usize].swap(true, SeqCst), "handed out twice");
                    return Some(slot);
                }
                Err(now) => head = now,
            }
        }
    }

    fn give(&self, slot: u64) {
        self.used[slot as usize].store(false, SeqCst);
        let mut head = self.head.load(SeqCst);
        loop {
            self.next[slot as usize].store(head & NONE, SeqCst);
            match self.head.compare_exchange(head, tagged(head, slot), SeqCst, SeqCst) {
                Ok(_) => return,
                Err(now) => head = now,
            }
        }
    }
}

#[test]
fn no_slot_is_handed_out_twice() {
    let pool = Pool {
        head: AtomicU64::new(0),
        next: [AtomicU64::new(1), AtomicU64::new(NONE)],
        used: Default::default(),
        misses: AtomicUsize::new(0),
    };
    thread::scope(|s| {
        s.spawn(|| {
            pool.take();
            pool.take();
        });
        s.spawn(|| {
            if let Some(a) = pool.take() {
                pool.give(a);
            }
        });
    });
}
