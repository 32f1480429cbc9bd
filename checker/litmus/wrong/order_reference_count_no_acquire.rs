//@ verdict: memory ordering
//! The decrements release, but the last owner never acquires: no fence and a
//! Release-only read-modify-write, whose reading side is Relaxed.
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*};
use std::thread;

static OWNERS: AtomicUsize = AtomicUsize::new(2);
static A: AtomicU32 = AtomicU32::new(0);
static B: AtomicU32 = AtomicU32::new(0);

fn leave(mine: &AtomicU32) {
    mine.store(1, Relaxed);
    if OWNERS.fetch_sub(1, Release) == 1 {
        assert_eq!(A.load(Relaxed) + B.load(Relaxed), 2);
    }
}

#[test]
fn the_last_owner_sees_all_work() {
    let t = thread::spawn(|| leave(&A));
    leave(&B);
    t.join().unwrap();
}
