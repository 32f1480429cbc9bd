//@ verdict: solved
//! std's `Weak::upgrade` either gets a living value or nothing.
use std::sync::{Arc, Weak};
use std::thread;

#[test]
fn an_upgraded_value_is_whole() {
    let strong = Arc::new(Box::new([4u8; 3]));
    let weak: Weak<_> = Arc::downgrade(&strong);
    let t = thread::spawn(move || weak.upgrade().map(|boxed| boxed[2]));
    drop(strong);
    assert!(matches!(t.join().unwrap(), None | Some(4)));
}
