//@ verdict: memory ordering
//! The failed exchange is a Relaxed load: the loser knows the winner's index,
//! but not what the winner wrote before choosing it.
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*};
use std::thread;

static SLOTS: [AtomicU32; 2] = [const { AtomicU32::new(0) }; 2];
static CHOSEN: AtomicUsize = AtomicUsize::new(usize::MAX);

/// The value that all threads agree on.
fn decide(me: usize) -> u32 {
    SLOTS[me].store(10 + me as u32, Relaxed);
    match CHOSEN.compare_exchange(usize::MAX, me, AcqRel, Relaxed) {
        Ok(_) => SLOTS[me].load(Relaxed),
        Err(winner) => SLOTS[winner].load(Relaxed),
    }
}

#[test]
fn both_agree() {
    let other = thread::spawn(|| decide(1));
    let mine = decide(0);
    assert_eq!(mine, other.join().unwrap());
}
