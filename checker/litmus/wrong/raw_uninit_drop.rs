//@ verdict: panic
//! The slot is dropped whether or not something was put in. Where nothing was,
//! the destructor runs on bytes that are no value.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

struct Magic(u64);

impl Drop for Magic {
    fn drop(&mut self) {
        assert_eq!(self.0, 0xfeed, "dropped what never was");
    }
}

struct Slot {
    closed: AtomicBool,
    value: UnsafeCell<MaybeUninit<Magic>>,
}

unsafe impl Sync for Slot {}

impl Slot {
    fn put(&self, value: Magic) {
        unsafe { (*self.value.get()).write(value) };
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        unsafe { self.value.get_mut().assume_init_drop() };
    }
}

#[test]
fn a_slot_may_stay_empty() {
    let value = UnsafeCell::new(MaybeUninit::uninit());
    let slot = Box::new(Slot { closed: AtomicBool::new(false), value });
    thread::scope(|s| {
        s.spawn(|| {
            if !slot.closed.load(Acquire) {
                slot.put(Magic(0xfeed));
            }
        });
        slot.closed.store(true, Release);
    });
}
