//@ verdict: solved
//! A thread never reads something older than what it wrote itself, nor older
//! than what a read-modify-write of its own returned (write-read coherence).
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::thread;

#[test]
fn my_ticket_is_counted() {
    let tickets = Arc::new(AtomicUsize::new(0));
    let handles: Vec<_> = (0..2)
        .map(|_| {
            let tickets = Arc::clone(&tickets);
            thread::spawn(move || {
                let mine = tickets.fetch_add(1, Relaxed);
                assert!(tickets.load(Relaxed) > mine);
            })
        })
        .collect();
    for handle in handles {
        handle.join().unwrap();
    }
}
