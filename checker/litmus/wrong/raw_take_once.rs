//@ verdict: data race
//! `Option::take` through a raw pointer by two threads: both may find the box
//! and drop it.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;

struct Cell(UnsafeCell<Option<Box<String>>>);
unsafe impl Sync for Cell {}

impl Cell {
    fn take(&self) -> Option<Box<String>> {
        unsafe { (*self.0.get()).take() }
    }
}

// SAFETY (claimed): the box moves with the cell.
unsafe impl Send for Cell {}

#[test]
fn one_of_two_takes_it() {
    let cell = Arc::new(Cell(UnsafeCell::new(Some(Box::new("x".into())))));
    let other = Arc::clone(&cell);
    let other = thread::spawn(move || other.take().is_some());
    let mine = cell.take().is_some();
    assert!(mine != other.join().unwrap());
}
