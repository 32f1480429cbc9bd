//@ verdict: solved
//! An own once cell: one thread wins the right to write, announces the value
//! with Release; readers look with Acquire.
use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicU8, Ordering::*};
use std::thread;

const EMPTY: u8 = 0;
const BUSY: u8 = 1;
const FULL: u8 = 2;

struct OnceCell<T> {
    state: AtomicU8,
    value: UnsafeCell<MaybeUninit<T>>,
}

unsafe impl<T: Send + Sync> Sync for OnceCell<T> {}

impl<T> OnceCell<T> {
    fn set(&self, value: T) -> Result<(), T> {
        if self.state.compare_exchange(EMPTY, BUSY, Relaxed, Relaxed).is_err() {
            return Err(value);
        }
        unsafe { (*self.value.get()).write(value) };
        self.state.store(FULL, Release);
        Ok(())
    }

    fn get(&self) -> Option<&T> {
        (self.state.load(Acquire) == FULL).then(|| unsafe { (*self.value.get()).assume_init_ref() })
    }
}

impl<T> Drop for OnceCell<T> {
    fn drop(&mut self) {
        if *self.state.get_mut() == FULL {
            unsafe { self.value.get_mut().assume_init_drop() };
        }
    }
}

#[test]
fn one_of_two_values_is_kept() {
    let cell = OnceCell { state: AtomicU8::new(EMPTY), value: MaybeUninit::uninit().into() };
    thread::scope(|s| {
        let a = s.spawn(|| cell.set(vec![1]).is_ok());
        let b = s.spawn(|| cell.set(vec![2]).is_ok());
        if let Some(value) = cell.get() {
            assert_eq!(value.len(), 1);
        }
        assert!(a.join().unwrap() != b.join().unwrap());
    });
    assert!(cell.get().is_some());
}
