//@ verdict: data race
//! `upgrade` looks and counts up in two steps. In between the last owner may
//! have gone and be dropping the value.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

struct Cellar {
    strong: AtomicUsize,
    value: UnsafeCell<Option<Box<u32>>>,
}

unsafe impl Sync for Cellar {}

impl Cellar {
    fn upgrade(&self) -> Option<u32> {
        if self.strong.load(Acquire) == 0 {
            return None;
        }
        self.strong.fetch_add(1, AcqRel);
        let value = unsafe { (*self.value.get()).as_deref().copied() };
        self.release();
        value
    }

    fn release(&self) {
        if self.strong.fetch_sub(1, AcqRel) == 1 {
            unsafe { *self.value.get() = None };
        }
    }
}

#[test]
fn what_is_upgraded_is_there() {
    let cellar = Cellar { strong: 1.into(), value: UnsafeCell::new(Some(Box::new(3))) };
    thread::scope(|s| {
        s.spawn(|| cellar.release());
        s.spawn(|| assert!(matches!(cellar.upgrade(), None | Some(3))));
    });
}
