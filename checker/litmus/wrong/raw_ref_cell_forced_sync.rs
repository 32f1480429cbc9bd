//@ verdict: data race
//! `RefCell` counts its borrows in a plain cell: two threads race there before
//! they even reach the value.
use std::cell::RefCell;
use std::thread;

struct Forced(RefCell<Vec<u8>>);
unsafe impl Sync for Forced {}

#[test]
fn two_borrows() {
    let list = Forced(RefCell::new(vec![1]));
    thread::scope(|s| {
        let list = &list;
        s.spawn(move || list.0.borrow().len());
        assert_eq!(list.0.borrow()[0], 1);
    });
}
