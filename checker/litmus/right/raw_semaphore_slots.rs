//@ verdict: solved
//! Two permits, two slots: a permit lets a thread in, a bit of `free` gives it
//! a slot of its own. The bit goes back with Release.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering::*};
use std::thread;

struct Pool {
    free: AtomicU8,
    slots: [UnsafeCell<u32>; 2],
}

unsafe impl Sync for Pool {}

impl Pool {
    fn try_use(&self, add: u32) -> bool {
        let lowest = |free: u8| (free != 0).then(|| free & (free - 1));
        let Ok(before) = self.free.fetch_update(Acquire, Relaxed, lowest) else {
            return false;
        };
        let slot = before.trailing_zeros() as usize;
        unsafe { *self.slots[slot].get() += add };
        self.free.fetch_or(1 << slot, Release);
        true
    }
}

#[test]
fn nothing_is_lost_in_the_slots() {
    let pool = Pool { free: AtomicU8::new(0b11), slots: Default::default() };
    thread::scope(|s| {
        s.spawn(|| assert!(pool.try_use(1)));
        assert!(pool.try_use(2));
    });
    let sum: u32 = pool.slots.into_iter().map(UnsafeCell::into_inner).sum();
    assert_eq!(sum, 3);
}
