//@ verdict: solved
//! Two readers hold the lock at once: they meet at a barrier inside of it, which
//! no exclusive lock would let them.

use std::sync::{Barrier, RwLock};
use std::thread;

#[test]
fn readers_meet_inside() {
    let lock = RwLock::new(5);
    let barrier = Barrier::new(2);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let value = lock.read().unwrap();
                barrier.wait();
                assert_eq!(*value, 5);
            });
        }
    });
}
