//@ verdict: panic
//! `let _ = m.lock()` drops the guard in the same statement: nothing is locked.

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
                let _ = turn.lock();
                assert!(!busy.swap(true, Relaxed));
                busy.store(false, Relaxed);
            });
        }
    });
}
