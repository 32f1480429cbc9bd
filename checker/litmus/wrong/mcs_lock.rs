//@ verdict: data race
//! An MCS lock that is handed over with a Relaxed store.

use std::cell::UnsafeCell;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering::*};
use std::thread;

struct Node {
    locked: AtomicBool,
    next: AtomicPtr<Node>,
}
struct Mcs {
    tail: AtomicPtr<Node>,
    data: UnsafeCell<u32>,
}
unsafe impl Sync for Mcs {}
impl Mcs {
    fn add(&self) {
        let node = Box::into_raw(Box::new(Node {
            locked: AtomicBool::new(true),
            next: AtomicPtr::new(ptr::null_mut()),
        }));
        unsafe {
            let prev = self.tail.swap(node, AcqRel);
            if !prev.is_null() {
                (*prev).next.store(node, Release);
                while (*node).locked.load(Acquire) {
                    std::hint::spin_loop();
                }
            }
            *self.data.get() += 1;
            if (*node).next.load(Acquire).is_null()
                && self.tail.compare_exchange(node, ptr::null_mut(), Release, Relaxed).is_ok()
            {
                drop(Box::from_raw(node));
                return;
            }
            while (*node).next.load(Acquire).is_null() {
                std::hint::spin_loop();
            }
            (*(*node).next.load(Acquire)).locked.store(false, Relaxed);
            drop(Box::from_raw(node));
        }
    }
}

#[test]
fn both_count() {
    let m = Mcs { tail: AtomicPtr::new(ptr::null_mut()), data: UnsafeCell::new(0) };
    thread::scope(|s| {
        s.spawn(|| m.add());
        m.add();
    });
    assert_eq!(m.data.into_inner(), 2);
}
