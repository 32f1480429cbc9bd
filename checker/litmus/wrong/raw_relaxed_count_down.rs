//@ verdict: data race
//! The results are plain memory, and the countdown that announces them is
//! Relaxed.
use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU8, Ordering::*};
use std::thread;

struct Results([UnsafeCell<u32>; 2]);
unsafe impl Sync for Results {}

impl Results {
    fn at(&self, index: usize) -> *mut u32 {
        self.0[index].get()
    }
}

fn main() {
    let results = Results(Default::default());
    let left = AtomicU8::new(2);
    thread::scope(|s| {
        for index in 0..2 {
            let (results, left) = (&results, &left);
            s.spawn(move || {
                unsafe { *results.at(index) = 5 };
                left.fetch_sub(1, Relaxed);
            });
        }
        while left.load(Acquire) > 0 {
            thread::yield_now();
        }
        assert_eq!(unsafe { *results.at(0) + *results.at(1) }, 10);
    });
}
