//@ verdict: lost update
//! The turn is given away before the own flag is raised. Even in sequentially
//! consistent order both can then enter.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;

static WANTS: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
static TURN: AtomicUsize = AtomicUsize::new(0);
static COUNT: AtomicUsize = AtomicUsize::new(0);

fn increment(me: usize) {
    let other = 1 - me;
    TURN.store(other, SeqCst);
    WANTS[me].store(true, SeqCst);
    while WANTS[other].load(SeqCst) && TURN.load(SeqCst) == other {
        std::hint::spin_loop();
    }
    COUNT.store(COUNT.load(SeqCst) + 1, SeqCst);
    WANTS[me].store(false, SeqCst);
}

#[test]
fn both_increments_count() {
    let t = thread::spawn(|| increment(1));
    increment(0);
    t.join().unwrap();
    assert_eq!(COUNT.load(SeqCst), 2);
}
