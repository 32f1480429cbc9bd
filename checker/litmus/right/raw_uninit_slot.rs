//@ verdict: solved
//! The length is stored after the value, with Release: what is counted is
//! initialised. One thread alone pushes.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Stack {
    len: AtomicUsize,
    items: UnsafeCell<[MaybeUninit<u64>; 2]>,
}

unsafe impl Sync for Stack {}

impl Stack {
    fn push(&self, item: u64) {
        let place = self.len.load(Relaxed);
        unsafe { (&raw mut (*self.items.get())[place]).write(MaybeUninit::new(item)) };
        self.len.store(place + 1, Release);
    }

    fn last(&self) -> Option<u64> {
        let place = self.len.load(Acquire).checked_sub(1)?;
        Some(unsafe { (&raw const (*self.items.get())[place]).read().assume_init() })
    }
}

#[test]
fn what_is_counted_is_there() {
    let items = UnsafeCell::new([MaybeUninit::uninit(); 2]);
    let stack = Stack { len: AtomicUsize::new(0), items };
    thread::scope(|s| {
        s.spawn(|| {
            stack.push(8);
            stack.push(9);
        });
        assert!(matches!(stack.last(), None | Some(8 | 9)));
    });
}
