//@ verdict: solved
//! With a SeqCst fence between store and load in each thread, the later of
//! the two fences sees what the other thread stored (C++20 atomics.order/4).
use std::sync::atomic::{AtomicU8, Ordering, fence};
use std::thread;

static X: AtomicU8 = AtomicU8::new(0);
static Y: AtomicU8 = AtomicU8::new(0);

fn announce_and_look(mine: &AtomicU8, other: &AtomicU8) -> u8 {
    mine.store(1, Ordering::Relaxed);
    fence(Ordering::SeqCst);
    other.load(Ordering::Relaxed)
}

fn main() {
    let t = thread::spawn(|| announce_and_look(&X, &Y));
    let here = announce_and_look(&Y, &X);
    let there = t.join().unwrap();
    assert_ne!((here, there), (0, 0));
}
