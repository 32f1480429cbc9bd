//@ verdict: solved
//! An own reader-writer lock in one word: readers count up with Acquire and
//! down with Release, the writer waits for 0 with Acquire.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicUsize, Ordering::*};
use std::thread;

const WRITER: usize = usize::MAX;

struct RwLock<T> {
    state: AtomicUsize,
    value: UnsafeCell<T>,
}

unsafe impl<T: Send + Sync> Sync for RwLock<T> {}

impl<T> RwLock<T> {
    fn read<R>(&self, f: impl FnOnce(&T) -> R) -> R {
        let enter = |n| (n != WRITER).then(|| n + 1);
        while self.state.fetch_update(Acquire, Relaxed, enter).is_err() {
            std::hint::spin_loop();
        }
        let result = f(unsafe { &*self.value.get() });
        self.state.fetch_sub(1, Release);
        result
    }

    fn write<R>(&self, f: impl FnOnce(&mut T) -> R) -> R {
        while self.state.compare_exchange(0, WRITER, Acquire, Relaxed).is_err() {
            std::hint::spin_loop();
        }
        let result = f(unsafe { &mut *self.value.get() });
        self.state.store(0, Release);
        result
    }
}

#[test]
fn a_pair_stays_equal() {
    let pair = RwLock { state: AtomicUsize::new(0), value: UnsafeCell::new((0, 0)) };
    thread::scope(|s| {
        s.spawn(|| pair.write(|p| *p = (1, 1)));
        pair.read(|p| assert_eq!(p.0, p.1));
    });
}
