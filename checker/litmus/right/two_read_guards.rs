//@ verdict: solved
//! With no writer about, one thread may hold two read guards of one lock.

use std::sync::RwLock;
use std::thread;

fn main() {
    let lock = RwLock::new(1);
    thread::scope(|s| {
        s.spawn(|| {
            let a = lock.read().unwrap();
            let b = lock.read().unwrap();
            assert_eq!(*a, *b);
        });
        let c = lock.read().unwrap();
        assert_eq!(*c, 1);
    });
}
