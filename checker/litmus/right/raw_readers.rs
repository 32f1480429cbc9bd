//@ verdict: solved
//! Reads never race with reads, and the write comes before the threads are
//! spawned.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;

struct Frozen(UnsafeCell<Vec<u32>>);
unsafe impl Sync for Frozen {}
unsafe impl Send for Frozen {}

#[test]
fn three_readers() {
    let frozen = Arc::new(Frozen(UnsafeCell::new(vec![])));
    unsafe { (*frozen.0.get()).extend([1, 2, 3]) };
    let sum = |frozen: &Frozen| unsafe { (*frozen.0.get()).iter().sum::<u32>() };
    let others = [frozen.clone(), frozen.clone()].map(|f| thread::spawn(move || sum(&f)));
    assert_eq!(sum(&frozen), 6);
    others.map(|t| assert_eq!(t.join().unwrap(), 6));
}
