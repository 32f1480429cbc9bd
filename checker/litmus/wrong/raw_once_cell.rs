//@ verdict: data race
//! The state goes to FULL before the value is written: a reader may read the
//! slot while it is being filled.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicBool, Ordering::*};
use std::thread;

struct OnceCell<T> {
    full: AtomicBool,
    value: UnsafeCell<MaybeUninit<T>>,
}

unsafe impl<T: Send + Sync> Sync for OnceCell<T> {}

impl<T> OnceCell<T> {
    fn set(&self, value: T) -> Result<(), T> {
        if self.full.swap(true, AcqRel) {
            return Err(value);
        }
        unsafe { (*self.value.get()).write(value) };
        Ok(())
    }

    fn get(&self) -> Option<&T> {
        self.full.load(Acquire).then(|| unsafe { (*self.value.get()).assume_init_ref() })
    }
}

#[test]
fn a_value_that_is_there_is_whole() {
    let cell = OnceCell { full: AtomicBool::new(false), value: MaybeUninit::uninit().into() };
    thread::scope(|s| {
        s.spawn(|| cell.set(7u64));
        if let Some(value) = cell.get() {
            assert_eq!(*value, 7);
        }
    });
}
