//@ verdict: spurious wakeup
//! `park` "may also return spuriously": without a flag in a loop it proves
//! nothing.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

#[test]
fn the_sleeper_is_woken() {
    let go = Arc::new(AtomicBool::new(false));
    let go2 = go.clone();
    let sleeper = thread::spawn(move || {
        thread::park();
        assert!(go2.load(Ordering::Acquire));
    });
    go.store(true, Ordering::Release);
    sleeper.thread().unpark();
    sleeper.join().unwrap();
}
