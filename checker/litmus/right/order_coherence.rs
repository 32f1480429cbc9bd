//@ verdict: solved
//! Relaxed reads of one atomic by one thread never go back in its
//! modification order (read-read coherence, C++20 intro.races/16).
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static CLOCK: AtomicU32 = AtomicU32::new(0);

#[test]
fn a_counter_never_runs_backwards() {
    let ticker = thread::spawn(|| {
        for tick in 1..=3 {
            CLOCK.store(tick, Relaxed);
        }
    });
    let first = CLOCK.load(Relaxed);
    let second = CLOCK.load(Relaxed);
    assert!(first <= second);
    ticker.join().unwrap();
}
