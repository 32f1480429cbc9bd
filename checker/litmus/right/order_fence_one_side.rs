//@ verdict: solved
//! A Release fence and a Relaxed store pair with an Acquire load just as well
//! (C++20 atomics.fences/3).
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering, fence};
use std::thread;

struct Slot {
    value: AtomicU64,
    full: AtomicBool,
}

#[test]
fn a_full_slot_has_its_value() {
    let slot = Arc::new(Slot { value: AtomicU64::new(0), full: AtomicBool::new(false) });
    let filler = {
        let slot = Arc::clone(&slot);
        thread::spawn(move || {
            slot.value.store(7, Ordering::Relaxed);
            fence(Ordering::Release);
            slot.full.store(true, Ordering::Relaxed);
        })
    };
    let taker = thread::spawn(move || {
        let full = slot.full.load(Ordering::Acquire);
        if full { Some(slot.value.load(Ordering::Relaxed)) } else { None }
    });
    filler.join().unwrap();
    assert!(matches!(taker.join().unwrap(), None | Some(7)));
}
