//@ verdict: data race
//! A reader trusts the number of claimed places; a claimed place need not be
//! written yet.
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
        let place = self.next.fetch_add(1, AcqRel);
        unsafe { *self.slots[place].get() = item };
    }

    fn sum(&self) -> u64 {
        let slots = &self.slots[..self.next.load(Acquire)];
        slots.iter().map(|slot| unsafe { *slot.get() }).sum()
    }
}

#[test]
fn sums_are_of_whole_entries() {
    let log = Arc::new(Log { slots: Default::default(), next: 0.into() });
    let writer = Arc::clone(&log);
    let t = thread::spawn(move || writer.push(5));
    assert!([0, 5].contains(&log.sum()));
    t.join().unwrap();
}
