//@ verdict: lost update
//! A load and a store, however strongly ordered, are two operations: both
//! threads may load 0 and store 1.
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

#[test]
fn no_visitor_is_lost() {
    let hits = Arc::new(AtomicUsize::new(0));
    let visitors: Vec<_> = (0..2)
        .map(|_| {
            let hits = Arc::clone(&hits);
            thread::spawn(move || {
                let before = hits.load(Ordering::SeqCst);
                hits.store(before + 1, Ordering::SeqCst);
            })
        })
        .collect();
    for visitor in visitors {
        visitor.join().unwrap();
    }
    assert_eq!(hits.load(Ordering::SeqCst), 2);
}
