//@ verdict: solved
//! `unpark` before `park` is not lost: the token stays. `park` may also return
//! by itself, so the flag decides.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

#[test]
fn the_sleeper_is_woken() {
    let go = Arc::new(AtomicBool::new(false));
    let go2 = go.clone();
    let sleeper = thread::spawn(move || {
        while !go2.load(Ordering::Acquire) {
            thread::park();
        }
    });
    go.store(true, Ordering::Release);
    sleeper.thread().unpark();
    sleeper.join().unwrap();
}
