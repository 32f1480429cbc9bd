//@ verdict: deadlock
//! The sleeper is woken before the flag is set: it looks, finds nothing, sleeps
//! again, and nobody wakes it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

#[test]
fn the_sleeper_is_woken() {
    let go = Arc::new(AtomicBool::new(false));
    let go2 = go.clone();
    let sleeper = thread::spawn(move || {
        while !go2.load(Ordering::SeqCst) {
            thread::park();
        }
    });
    sleeper.thread().unpark();
    go.store(true, Ordering::SeqCst);
    sleeper.join().unwrap();
}
