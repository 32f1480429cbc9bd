//@ verdict: use after free
//! `as_ptr` counts nobody: the thread makes an `Arc` of it all the same, and
//! one owner too many counts down.
use std::sync::Arc;
use std::thread;

struct Owner(*const Vec<u32>);
unsafe impl Send for Owner {}

#[test]
fn the_vector_is_freed_once() {
    let list = Arc::new(vec![1, 2]);
    let owner = Owner(Arc::as_ptr(&list));
    let t = thread::spawn(move || {
        let owner = owner;
        let list = unsafe { Arc::from_raw(owner.0) };
        list.len()
    });
    assert_eq!(t.join().unwrap(), 2);
    assert_eq!(list[1], 2);
}
