//@ verdict: data race
//! `Cell` is not `Sync` for a reason: `set` and `get` are plain accesses.
use std::cell::Cell;
use std::thread;

#[derive(Default)]
struct Forced(Cell<u32>);
unsafe impl Sync for Forced {}

#[test]
fn one_writes_one_reads() {
    let cell = Forced::default();
    thread::scope(|s| {
        let cell = &cell;
        s.spawn(move || cell.0.set(cell.0.get() + 1));
        let seen = cell.0.get();
        assert!(seen <= 1);
    });
}
