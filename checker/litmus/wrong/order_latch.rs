//@ verdict: memory ordering
//! The decrements are Relaxed: reaching 0 says that both threads counted, not
//! that their work is visible.
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering::*};
use std::thread;

fn main() {
    let left = AtomicUsize::new(2);
    let parts = [AtomicU32::new(0), AtomicU32::new(0)];
    thread::scope(|s| {
        for part in &parts {
            s.spawn(|| {
                part.store(5, Relaxed);
                left.fetch_sub(1, Relaxed);
            });
        }
        while left.load(Acquire) > 0 {
            std::hint::spin_loop();
        }
        assert_eq!(parts.iter().map(|part| part.load(Relaxed)).sum::<u32>(), 10);
    });
}
