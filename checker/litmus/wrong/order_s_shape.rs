//@ verdict: memory ordering
//! Nothing orders the two Relaxed writes of `X`: although `Y == 1` was seen,
//! the modification order of `X` may put this thread's write first (S).
use std::sync::atomic::{AtomicU32, Ordering::*};
use std::thread;

static X: AtomicU32 = AtomicU32::new(0);
static Y: AtomicU32 = AtomicU32::new(0);

fn main() {
    let t = thread::spawn(|| {
        X.store(2, Relaxed);
        Y.store(1, Relaxed);
    });
    let seen = Y.load(Relaxed);
    X.store(1, Relaxed);
    t.join().unwrap();
    if seen == 1 {
        assert_eq!(X.load(Relaxed), 1);
    }
}
