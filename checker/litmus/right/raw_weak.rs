//@ verdict: solved
//! An own weak reference: `upgrade` counts up only from at least 1, in one
//! exchange, so it never revives what is being dropped.
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
        let up = |n| (n > 0).then(|| n + 1);
        self.strong.fetch_update(Acquire, Relaxed, up).ok()?;
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
    assert!(cellar.value.into_inner().is_none());
}
