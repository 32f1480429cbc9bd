//@ verdict: solved
//! Peterson without SeqCst: the turn is taken with an AcqRel swap. The second
//! to swap reads from the first and so knows that thread's flag.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::*};
use std::thread;

static WANTS: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
static TURN: AtomicUsize = AtomicUsize::new(0);
static COUNT: AtomicUsize = AtomicUsize::new(0);

fn increment(me: usize) {
    let other = 1 - me;
    WANTS[me].store(true, Relaxed);
    TURN.swap(other, AcqRel);
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
