//@ verdict: solved
//! `fetch_max` compares and replaces in one step.
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};
use std::thread;

#[test]
fn the_highest_bid_wins() {
    let best = AtomicI64::new(i64::MIN);
    thread::scope(|s| {
        for bid in [30, 10, 20] {
            let best = &best;
            s.spawn(move || best.fetch_max(bid, Relaxed));
        }
    });
    assert_eq!(best.load(Relaxed), 30);
}
