//@ verdict: solved
//! A CLH lock: each waits for the node before its own, frees it, and leaves its own.

use std::cell::UnsafeCell;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicPtr, Ordering::*};
use std::thread;

struct Clh {
    tail: AtomicPtr<AtomicBool>,
    data: UnsafeCell<u64>,
}
unsafe impl Sync for Clh {}
unsafe impl Send for Clh {}
impl Clh {
    fn new() -> Self {
        Clh {
            tail: AtomicPtr::new(Box::into_raw(Box::new(AtomicBool::new(false)))),
            data: UnsafeCell::new(0),
        }
    }
    fn add(&self, n: u64) {
        let mine = Box::into_raw(Box::new(AtomicBool::new(true)));
        let prev = self.tail.swap(mine, AcqRel);
        unsafe {
            while (*prev).load(Acquire) {
                thread::yield_now();
            }
            drop(Box::from_raw(prev));
            *self.data.get() += n;
            (*mine).store(false, Release);
        }
    }
}
impl Drop for Clh {
    fn drop(&mut self) {
        drop(unsafe { Box::from_raw(*self.tail.get_mut()) });
    }
}

#[test]
fn sums() {
    let l = Arc::new(Clh::new());
    let ts: Vec<_> = (1..=2)
        .map(|n| {
            let l = l.clone();
            thread::spawn(move || l.add(n))
        })
        .collect();
    ts.into_iter().for_each(|t| t.join().unwrap());
    assert_eq!(unsafe { *l.data.get() }, 3);
}
