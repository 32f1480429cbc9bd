//@ verdict: solved
//! A count of one's own is given to the thread as a raw pointer, and taken
//! back there: as many `from_raw` as `into_raw`.
use std::sync::Arc;
use std::thread;

struct Owner(*const Vec<u32>);
unsafe impl Send for Owner {}

#[test]
fn the_vector_is_freed_once() {
    let list = Arc::new(vec![1, 2]);
    let owner = Owner(Arc::into_raw(Arc::clone(&list)));
    let t = thread::spawn(move || {
        let owner = owner;
        let list = unsafe { Arc::from_raw(owner.0) };
        list.len()
    });
    assert_eq!(list[1], 2);
    drop(list);
    assert_eq!(t.join().unwrap(), 2);
}
