//@ verdict: solved
//! Peterson's algorithm, SeqCst throughout: flag, turn, then the look at the
//! other's flag stay in one total order, and only one thread is inside.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

static WANTS: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
static TURN: AtomicUsize = AtomicUsize::new(0);
static COUNT: AtomicUsize = AtomicUsize::new(0);

fn increment(me: usize) {
    let other = 1 - me;
    WANTS[me].store(true, SeqCst);
    TURN.store(other, SeqCst);
    while WANTS[other].load(SeqCst) && TURN.load(SeqCst) == other {
        std::hint::spin_loop();
    }
    COUNT.store(COUNT.load(Relaxed) + 1, Relaxed);
    WANTS[me].store(false, SeqCst);
}

#[test]
fn both_increments_count() {
    let t = thread::spawn(|| increment(1));
    increment(0);
    t.join().unwrap();
    assert_eq!(COUNT.load(Relaxed), 2);
}
