//@ verdict: data race
//! After the barrier a thread writes its slot again while the other reads it:
//! a second barrier is missing.
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
        let sum = slots.get(0) + slots.get(1);
        slots.set(me, 0);
        sum
    };
    thread::scope(|s| {
        let (a, b) = (s.spawn(|| work(0)), s.spawn(|| work(1)));
        assert_eq!(a.join().unwrap() + b.join().unwrap(), 40);
    });
}
