//@ verdict: data race
//! The slot follows from the number of permits left. Two threads may be in the
//! same slot after one has given its permit back.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Pool {
    permits: AtomicUsize,
    slots: [UnsafeCell<u32>; 2],
}

unsafe impl Sync for Pool {}

impl Pool {
    fn try_use(&self, add: u32) {
        let enter = |permits: usize| permits.checked_sub(1);
        let Ok(before) = self.permits.fetch_update(AcqRel, Acquire, enter) else {
            return;
        };
        unsafe { *self.slots[before - 1].get() += add };
        self.permits.fetch_add(1, AcqRel);
    }
}

#[test]
fn a_slot_is_used_by_one() {
    let pool = Pool { permits: AtomicUsize::new(2), slots: Default::default() };
    thread::scope(|s| {
        s.spawn(|| pool.try_use(1));
        s.spawn(|| pool.try_use(2));
        pool.try_use(4);
    });
}
