//@ verdict: wrong result
//! A place is claimed, but its value may not have been written when the stack
//! drops "all" values: memory that was never initialised is read.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Stack {
    len: AtomicUsize,
    items: [UnsafeCell<MaybeUninit<u64>>; 2],
}

unsafe impl Sync for Stack {}

#[test]
fn what_is_counted_is_there() {
    let stack = Stack {
        len: AtomicUsize::new(0),
        items: [const { UnsafeCell::new(MaybeUninit::uninit()) }; 2],
    };
    thread::scope(|s| {
        s.spawn(|| {
            let place = stack.len.fetch_add(1, AcqRel);
            if place == 1 {
                unsafe { (*stack.items[place].get()).write(9) };
            }
        });
    });
    let sum: u64 = (0..stack.len.load(Relaxed))
        .map(|place| unsafe { (*stack.items[place].get()).assume_init_read() })
        .sum();
    assert_eq!(sum, 0);
}
