//@ verdict: leak
//! There is no `Drop` that drops the value in the slot: `MaybeUninit` never
//! does. It leaks where the setter comes before the taker's look fails.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

struct Slot<T> {
    full: AtomicBool,
    value: UnsafeCell<MaybeUninit<T>>,
}

unsafe impl<T: Send> Sync for Slot<T> {}

impl<T> Slot<T> {
    fn put(&self, value: T) {
        unsafe { (*self.value.get()).write(value) };
        self.full.store(true, Release);
    }

    fn take(&self) -> Option<T> {
        self.full.swap(false, Acquire).then(|| unsafe { (*self.value.get()).assume_init_read() })
    }
}

#[test]
fn a_box_is_handed_over() {
    let slot = Slot { full: AtomicBool::new(false), value: MaybeUninit::uninit().into() };
    thread::scope(|s| {
        s.spawn(|| slot.put(Box::new(5)));
        if let Some(five) = slot.take() {
            assert_eq!(*five, 5);
        }
    });
}
