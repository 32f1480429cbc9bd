//@ verdict: data race
//! One thread pushes to a vector while another reads it: the push may move the
//! elements, free the old memory, and change the length meanwhile.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;

struct List(UnsafeCell<Vec<u64>>);
unsafe impl Sync for List {}
unsafe impl Send for List {}

#[test]
fn the_first_element_stays() {
    let list = Arc::new(List(UnsafeCell::new(vec![1])));
    let writer = Arc::clone(&list);
    let t = thread::spawn(move || unsafe { (*writer.0.get()).push(2) });
    assert_eq!(unsafe { (&*list.0.get())[0] }, 1);
    t.join().unwrap();
}
