//@ verdict: memory ordering
//! Release stores and Acquire loads: each thread may miss that the other wants
//! in (store buffering), and both enter.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

static WANTS: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
static TURN: AtomicUsize = AtomicUsize::new(0);
static COUNT: AtomicUsize = AtomicUsize::new(0);

fn increment(me: usize) {
    let other = 1 - me;
    WANTS[me].store(true, Release);
    TURN.store(other, Release);
    while WANTS[other].load(Acquire) && TURN.load(Acquire) == other {
        std::hint::spin_loop();
    }
    COUNT.store(COUNT.load(Relaxed) + 1, Relaxed);
    WANTS[me].store(false, Release);
}

#[test]
fn both_increments_count() {
    let t = thread::spawn(|| increment(1));
    increment(0);
    t.join().unwrap();
    assert_eq!(COUNT.load(Relaxed), 2);
}
