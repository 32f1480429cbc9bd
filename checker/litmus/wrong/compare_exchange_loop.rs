//@ verdict: spurious failure
//! One weak exchange without a loop: it may fail although nobody interferes.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static MAX: AtomicU32 = AtomicU32::new(0);

fn main() {
    let t = thread::spawn(|| {
        let seen = MAX.load(Relaxed);
        let _ = MAX.compare_exchange_weak(seen, 5, Relaxed, Relaxed);
    });
    t.join().unwrap();
    assert_eq!(MAX.load(Relaxed), 5);
}
