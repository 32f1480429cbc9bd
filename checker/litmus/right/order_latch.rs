//@ verdict: solved
//! A countdown: both decrements release, and the second continues the release
//! sequence of the first, so the Acquire load of 0 synchronises with both.
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*};
use std::thread;

fn main() {
    let left = AtomicUsize::new(2);
    let parts = [AtomicU32::new(0), AtomicU32::new(0)];
    thread::scope(|s| {
        for part in &parts {
            s.spawn(|| {
                part.store(5, Relaxed);
                left.fetch_sub(1, Release);
            });
        }
        while left.load(Acquire) > 0 {
            std::hint::spin_loop();
        }
        assert_eq!(parts.iter().map(|part| part.load(Relaxed)).sum::<u32>(), 10);
    });
}
