//@ verdict: solved
//! A weak exchange may fail for no reason; in a loop that costs a round.

use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

static MAX: AtomicU32 = AtomicU32::new(0);

fn raise(to: u32) {
    let mut seen = MAX.load(Relaxed);
    while seen < to {
        match MAX.compare_exchange_weak(seen, to, Relaxed, Relaxed) {
            Ok(_) => break,
            Err(now) => seen = now,
        }
    }
}

fn main() {
    let threads = [3, 5].map(|n| thread::spawn(move || raise(n)));
    threads.into_iter().for_each(|t| t.join().unwrap());
    assert_eq!(MAX.load(Relaxed), 5);
}
