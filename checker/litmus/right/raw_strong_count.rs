//@ verdict: solved
//! `Arc::get_mut` asks the same question and acquires: what the other owner
//! did before it dropped its handle happened before.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;

struct Shared(UnsafeCell<u32>);
unsafe impl Sync for Shared {}
unsafe impl Send for Shared {}

#[test]
fn the_last_owner_writes() {
    let mut mine = Arc::new(Shared(UnsafeCell::new(1)));
    let theirs = Arc::clone(&mine);
    let t = thread::spawn(move || unsafe { *theirs.0.get() += 1 });
    if let Some(only) = Arc::get_mut(&mut mine) {
        *only.0.get_mut() += 1;
    }
    t.join().unwrap();
}
