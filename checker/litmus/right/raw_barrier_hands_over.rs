//@ verdict: solved
//! Each thread writes its own slot, both meet at a barrier, each reads both
//! slots: writes before the barrier happen before reads after it.
use std::cell::UnsafeCell;
use std::sync::Barrier;
use std::thread;

struct Slots([UnsafeCell<u32>; 2]);
unsafe impl Sync for Slots {}

impl Slots {
    fn set(&self, index: usize, value: u32) {
        unsafe { *self.0[index].get() = value };
    }

    fn get(&self, index: usize) -> u32 {
        unsafe { *self.0[index].get() }
    }
}

#[test]
fn everybody_sees_everything() {
    let slots = Slots([UnsafeCell::new(0), UnsafeCell::new(0)]);
    let barrier = Barrier::new(2);
    let work = |me: usize| {
        slots.set(me, 10);
        barrier.wait();
        slots.get(0) + slots.get(1)
    };
    thread::scope(|s| {
        let (a, b) = (s.spawn(|| work(0)), s.spawn(|| work(1)));
        assert_eq!(a.join().unwrap() + b.join().unwrap(), 40);
    });
}
