//@ verdict: solved
//! Read-modify-writes are atomic whatever their ordering, and `join` makes
//! them all visible: Relaxed suffices for a counter.
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

#[test]
fn no_visitor_is_lost() {
    let hits = Arc::new(AtomicUsize::new(0));
    let visitors: Vec<_> = (0..3)
        .map(|_| {
            let hits = Arc::clone(&hits);
            thread::spawn(move || hits.fetch_add(1, Ordering::Relaxed))
        })
        .collect();
    for visitor in visitors {
        visitor.join().unwrap();
    }
    assert_eq!(hits.load(Ordering::Relaxed), 3);
}
