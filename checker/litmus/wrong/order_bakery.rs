//@ verdict: lost update
//! Without `choosing`: thread 0 has read the other's 0 but not yet stored its
//! own 1; thread 1 draws 1 and enters; thread 0, first by index, enters too.
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};
use std::thread;

static NUMBER: [AtomicUsize; 2] = [const { AtomicUsize::new(0) }; 2];
static COUNT: AtomicUsize = AtomicUsize::new(0);

fn visit(me: usize) {
    let other = 1 - me;
    let mine = NUMBER[other].load(SeqCst) + 1;
    NUMBER[me].store(mine, SeqCst);
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
