//@ verdict: solved
//! The modification order of one atomic is the same for all threads: two
//! readers cannot see two Relaxed writes in opposite orders.
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::thread;

fn main() {
    let x = AtomicU32::new(0);
    let look = || (x.load(Relaxed), x.load(Relaxed));
    thread::scope(|s| {
        s.spawn(|| x.store(1, Relaxed));
        s.spawn(|| x.store(2, Relaxed));
        let (a, b) = (s.spawn(look), s.spawn(look));
        let seen = (a.join().unwrap(), b.join().unwrap());
        assert!(seen != ((1, 2), (2, 1)) && seen != ((2, 1), (1, 2)));
    });
}
