//@ verdict: deadlock
//! Writers do not share: the second never comes to the barrier.

use std::sync::{Barrier, RwLock};
use std::thread;

#[test]
fn writers_meet_inside() {
    let lock = RwLock::new(5);
    let barrier = Barrier::new(2);
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let value = lock.write().unwrap();
                barrier.wait();
                assert_eq!(*value, 5);
            });
        }
    });
}
