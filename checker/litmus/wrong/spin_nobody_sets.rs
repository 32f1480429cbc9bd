//@ verdict: livelock
//! The flag that is waited for belongs to the other thread, which waits as well.

use std::sync::atomic::{AtomicBool, Ordering::SeqCst};
use std::thread;

fn main() {
    let (a, b) = (AtomicBool::new(false), AtomicBool::new(false));
    thread::scope(|s| {
        for (mine, theirs) in [(&a, &b), (&b, &a)] {
            s.spawn(move || {
                while !theirs.load(SeqCst) {}
                mine.store(true, SeqCst);
            });
        }
    });
}
