//@ verdict: check then act
//! Check and increment are two operations: two threads may both find the last
//! place free.
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

fn enter(room: &AtomicU32) -> bool {
    if room.load(SeqCst) < 1 {
        room.fetch_add(1, SeqCst);
        return true;
    }
    false
}

#[test]
fn one_of_two_gets_in() {
    let room = Arc::new(AtomicU32::new(0));
    let handles: Vec<_> = (0..2)
        .map(|_| {
            let room = Arc::clone(&room);
            thread::spawn(move || enter(&room))
        })
        .collect();
    let entered = handles.into_iter().filter_map(|h| h.join().unwrap().then_some(())).count();
    assert_eq!(entered, 1);
}
