//@ verdict: solved
//! The forced `Sync` is kept honest by a mutex around every use.
use std::cell::Cell;
use std::sync::Mutex;
use std::thread;

#[derive(Default)]
struct Forced(Cell<u32>);
unsafe impl Sync for Forced {}

#[test]
fn one_writes_one_reads() {
    let (cell, lock) = (Forced::default(), Mutex::new(()));
    thread::scope(|s| {
        let (cell, lock) = (&cell, &lock);
        s.spawn(move || {
            let _held = lock.lock().unwrap();
            cell.0.set(cell.0.get() + 1);
        });
        let _held = lock.lock().unwrap();
        assert!(cell.0.get() <= 1);
    });
    assert_eq!(cell.0.get(), 1);
}
