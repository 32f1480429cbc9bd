//@ verdict: panics
//! One wait a round is not enough: the other may be a round ahead. The thread that
//! panics never comes to the barrier again.

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

#[test]
fn rounds_do_not_overlap() {
    let b = Barrier::new(2);
    let round = [AtomicUsize::new(0), AtomicUsize::new(0)];
    thread::scope(|s| {
        for me in 0..2 {
            let (b, round) = (&b, &round);
            s.spawn(move || {
                for r in 1..=2 {
                    round[me].store(r, Ordering::Relaxed);
                    b.wait();
                    assert_eq!(round[1 - me].load(Ordering::Relaxed), r);
                }
            });
        }
    });
}
