//@ verdict: data race
//! A cache behind a shared reference: "only reading" writes when it is empty.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;

struct Cached {
    numbers: [u32; 3],
    sum: UnsafeCell<Option<u32>>,
}

unsafe impl Sync for Cached {}

impl Cached {
    fn sum(&self) -> u32 {
        let cache = unsafe { &mut *self.sum.get() };
        *cache.get_or_insert_with(|| self.numbers.iter().sum())
    }
}

#[test]
fn two_readers() {
    let cached = Arc::new(Cached { numbers: [1, 2, 3], sum: UnsafeCell::new(None) });
    let other = Arc::clone(&cached);
    let t = thread::spawn(move || other.sum());
    assert_eq!(cached.sum(), 6);
    assert_eq!(t.join().unwrap(), 6);
}
