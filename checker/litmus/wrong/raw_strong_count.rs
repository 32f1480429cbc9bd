//@ verdict: data race
//! `Arc::strong_count` is a Relaxed load: to be the only owner by count does
//! not order the other owner's accesses before.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;

struct Shared(UnsafeCell<u32>);
unsafe impl Sync for Shared {}
unsafe impl Send for Shared {}

#[test]
fn the_last_owner_writes() {
    let mine = Arc::new(Shared(UnsafeCell::new(1)));
    let theirs = Arc::clone(&mine);
    let t = thread::spawn(move || unsafe { *theirs.0.get() += 1 });
    if Arc::strong_count(&mine) == 1 {
        unsafe { *mine.0.get() += 1 };
    }
    t.join().unwrap();
}
