//@ verdict: solved
//! `AtomicPtr::swap` gives the box to exactly one of the takers.
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicPtr, Ordering::AcqRel};
use std::thread;

struct Cell(AtomicPtr<String>);

impl Cell {
    fn take(&self) -> Option<Box<String>> {
        let taken = self.0.swap(ptr::null_mut(), AcqRel);
        (!taken.is_null()).then(|| unsafe { Box::from_raw(taken) })
    }
}

impl Drop for Cell {
    fn drop(&mut self) {
        drop(self.take());
    }
}

#[test]
fn one_of_three_takes_it() {
    let cell = Arc::new(Cell(AtomicPtr::new(Box::into_raw(Box::new("x".into())))));
    let others = [Arc::clone(&cell), Arc::clone(&cell)];
    let others = others.map(|cell| thread::spawn(move || cell.take().is_some()));
    let mine = cell.take().is_some();
    let taken = others.map(|t| t.join().unwrap()).into_iter().filter(|&t| t).count();
    assert_eq!(taken + usize::from(mine), 1);
}
