//@ verdict: data race
//! Without a flag: `park` "may also return spuriously", and then the slot is
//! read while it is being filled.
use std::cell::UnsafeCell;
use std::sync::Arc;
use std::thread;

struct Slot {
    value: UnsafeCell<Option<String>>,
}

unsafe impl Sync for Slot {}

#[test]
fn the_parked_thread_gets_the_string() {
    let slot = Arc::new(Slot { value: UnsafeCell::new(None) });
    let taker = thread::spawn({
        let slot = Arc::clone(&slot);
        move || {
            thread::park();
            unsafe { (*slot.value.get()).take() }
        }
    });
    unsafe { *slot.value.get() = Some("hello".to_owned()) };
    taker.thread().unpark();
    assert_eq!(taker.join().unwrap().as_deref(), Some("hello"));
}
