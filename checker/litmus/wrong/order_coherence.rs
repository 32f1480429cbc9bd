//@ verdict: memory ordering
//! Coherence holds for one variable. Across two, a reader may see the new
//! minutes and the old hours although the hours were written first.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static HOURS: AtomicU32 = AtomicU32::new(0);
static MINUTES: AtomicU32 = AtomicU32::new(59);

#[test]
fn a_clock_never_runs_backwards() {
    let ticker = thread::spawn(|| {
        HOURS.store(1, Relaxed);
        MINUTES.store(0, Relaxed);
    });
    let minutes = MINUTES.load(Relaxed);
    let hours = HOURS.load(Relaxed);
    assert!(minutes == 59 || hours == 1);
    ticker.join().unwrap();
}
