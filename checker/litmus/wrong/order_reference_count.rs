//@ verdict: memory ordering
//! With a Relaxed decrement the last owner knows that it is the last, but not
//! what the others did before they left.
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*, fence};
use std::thread;

static OWNERS: AtomicUsize = AtomicUsize::new(2);
static A: AtomicU32 = AtomicU32::new(0);
static B: AtomicU32 = AtomicU32::new(0);

fn leave(mine: &AtomicU32) {
    mine.store(1, Relaxed);
    if OWNERS.fetch_sub(1, Relaxed) == 1 {
        fence(Acquire);
        assert_eq!(A.load(Relaxed) + B.load(Relaxed), 2);
    }
}

#[test]
fn the_last_owner_sees_all_work() {
    let t = thread::spawn(|| leave(&A));
    leave(&B);
    t.join().unwrap();
}
