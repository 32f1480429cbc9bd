//@ verdict: data race
//! The slot is filled after the flag was set and the mutex given back.
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
        *FILLED.lock().unwrap() = true;
        unsafe { *SLOT.0.get() = [5, 6] };
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
