//@ verdict: solved
//! `let _guard` keeps it to the end of the block.

use parking_lot::Mutex;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};
use std::thread;

#[test]
fn one_at_a_time() {
    let turn = Mutex::new(());
    let busy = AtomicBool::new(false);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let _guard = turn.lock();
                assert!(!busy.swap(true, Relaxed));
                busy.store(false, Relaxed);
            });
        }
    });
}
