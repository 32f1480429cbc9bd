//@ verdict: lost update
//! Comparison and store are two steps: a lower bid that compared early may be
//! stored last.
use std::sync::atomic::{AtomicI64, Ordering::SeqCst};
use std::thread;

#[test]
fn the_highest_bid_wins() {
    let best = AtomicI64::new(i64::MIN);
    thread::scope(|s| {
        for bid in [30, 10] {
            let best = &best;
            s.spawn(move || {
                if best.load(SeqCst) < bid {
                    best.store(bid, SeqCst);
                }
            });
        }
    });
    assert_eq!(best.load(SeqCst), 30);
}
