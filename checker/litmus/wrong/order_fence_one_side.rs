//@ verdict: memory ordering
//! The Release fence stands after the store of the flag, so that store is not
//! covered by it (C++20 atomics.fences/3: the fence is sequenced before).
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
            slot.full.store(true, Ordering::Relaxed);
            fence(Ordering::Release);
        })
    };
    let taker = thread::spawn(move || {
        let full = slot.full.load(Ordering::Acquire);
        if full { Some(slot.value.load(Ordering::Relaxed)) } else { None }
    });
    filler.join().unwrap();
    assert!(matches!(taker.join().unwrap(), None | Some(7)));
}
