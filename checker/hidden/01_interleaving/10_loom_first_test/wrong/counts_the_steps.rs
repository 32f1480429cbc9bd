//@ caught-by: mutation
//@ because: two steps can happen in two orders
//! Asserts how many interleavings a sound counter has.

use loom::sync::Arc;
use loom::thread;
use std::sync::atomic::{AtomicU32, Ordering};

pub trait Counter: Send + Sync + 'static {
    fn new() -> Self;
    fn increment(&self);
    fn decrement(&self) -> bool;
    fn get(&self) -> u32;
}

pub fn counter_test<C: Counter>() {
    let count = std::sync::Arc::new(AtomicU32::new(0));
    let inside = count.clone();
    loom::model(move || {
        inside.fetch_add(1, Ordering::Relaxed);
        let people = Arc::new(C::new());
        let other = {
            let people = people.clone();
            thread::spawn(move || people.increment())
        };
        people.increment();
        other.join().unwrap();
        assert_eq!(people.get(), 2);
    });
    let executions = count.load(Ordering::Relaxed);
    assert_eq!(executions, 2, "two steps can happen in two orders");
    loom::model(|| {
        let people = Arc::new(C::new());
        people.increment();
        let other = {
            let people = people.clone();
            thread::spawn(move || people.decrement())
        };
        let left = people.decrement();
        assert!(left != other.join().unwrap(), "one leaves");
        assert_eq!(people.get(), 0, "the room is empty");
    });
}
