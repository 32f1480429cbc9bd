//@ verdict: solved
//! The slot is plain memory; that it is filled is known under the mutex, whose
//! unlock and lock order the accesses.
use std::cell::UnsafeCell;
use std::sync::{Condvar, Mutex};
use std::thread;

struct Slot(UnsafeCell<[u16; 2]>);
unsafe impl Sync for Slot {}

static SLOT: Slot = Slot(UnsafeCell::new([0; 2]));
static FILLED: Mutex<bool> = Mutex::new(false);
static CHANGED: Condvar = Condvar::new();

#[test]
fn the_pair_is_whole() {
    let filler = thread::spawn(|| {
        unsafe { *SLOT.0.get() = [5, 6] };
        *FILLED.lock().unwrap() = true;
        CHANGED.notify_one();
    });
    let mut filled = FILLED.lock().unwrap();
    while !*filled {
        filled = CHANGED.wait(filled).unwrap();
    }
    drop(filled);
    assert_eq!(unsafe { *SLOT.0.get() }, [5, 6]);
    filler.join().unwrap();
}
