//@ verdict: solved
//! `fetch_update` repeats until nobody came between, so the bound holds.
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

fn enter(room: &AtomicU32) -> bool {
    room.fetch_update(AcqRel, Acquire, |n| (n < 2).then_some(n + 1)).is_ok()
}

#[test]
fn two_of_three_get_in() {
    let room = Arc::new(AtomicU32::new(0));
    let handles: Vec<_> = (0..3)
        .map(|_| {
            let room = Arc::clone(&room);
            thread::spawn(move || enter(&room))
        })
        .collect();
    let entered = handles.into_iter().filter_map(|h| h.join().unwrap().then_some(())).count();
    assert_eq!(entered, 2);
    assert_eq!(room.load(Relaxed), 2);
}
