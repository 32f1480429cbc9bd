//@ verdict: solved
//! Lamport's bakery for two, SeqCst. `choosing` makes the others wait until a
//! number is drawn, so equal numbers are told apart by index.
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering::SeqCst};
use std::thread;

static CHOOSING: [AtomicBool; 2] = [const { AtomicBool::new(false) }; 2];
static NUMBER: [AtomicUsize; 2] = [const { AtomicUsize::new(0) }; 2];
static COUNT: AtomicUsize = AtomicUsize::new(0);

fn visit(me: usize) {
    let other = 1 - me;
    CHOOSING[me].store(true, SeqCst);
    let mine = NUMBER[other].load(SeqCst) + 1;
    NUMBER[me].store(mine, SeqCst);
    CHOOSING[me].store(false, SeqCst);
    while CHOOSING[other].load(SeqCst) {
        thread::yield_now();
    }
    loop {
        let theirs = NUMBER[other].load(SeqCst);
        if theirs == 0 || (mine, me) < (theirs, other) {
            break;
        }
        thread::yield_now();
    }
    COUNT.store(COUNT.load(SeqCst) + 1, SeqCst);
    NUMBER[me].store(0, SeqCst);
}

#[test]
fn customers_are_served_one_by_one() {
    let t = thread::spawn(|| visit(1));
    visit(0);
    t.join().unwrap();
    assert_eq!(COUNT.load(SeqCst), 2);
}
