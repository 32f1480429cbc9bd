//@ verdict: solved
//! `unpark` happens before the `park` that consumes its token returns; the
//! wrapper loops until the pointer is there, so a spurious return does no harm.
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::{AtomicPtr, Ordering::*};
use std::thread;

#[test]
fn the_box_is_taken_by_the_sleeper() {
    let place = Arc::new(AtomicPtr::<[u8; 3]>::new(ptr::null_mut()));
    let sleeper = thread::spawn({
        let place = Arc::clone(&place);
        move || loop {
            let taken = place.swap(ptr::null_mut(), Acquire);
            if !taken.is_null() {
                return *unsafe { Box::from_raw(taken) };
            }
            thread::park();
        }
    });
    place.store(Box::into_raw(Box::new([1, 2, 3])), Release);
    sleeper.thread().unpark();
    assert_eq!(sleeper.join().unwrap(), [1, 2, 3]);
}
