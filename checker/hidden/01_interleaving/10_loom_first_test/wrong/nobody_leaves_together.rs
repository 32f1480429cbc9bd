//@ caught-by: mutation
//@ because: that look together both subtract
//! Tests `increment` from two threads and `decrement` from one.

use loom::sync::Arc;
use loom::thread;

pub trait Counter: Send + Sync + 'static {
    fn new() -> Self;
    fn increment(&self);
    fn decrement(&self) -> bool;
    fn get(&self) -> u32;
}

pub fn counter_test<C: Counter>() {
    loom::model(|| {
        let people = Arc::new(C::new());
        let other = {
            let people = people.clone();
            thread::spawn(move || people.increment())
        };
        people.increment();
        other.join().unwrap();
        assert_eq!(people.get(), 2);
        assert!(people.decrement() && people.decrement());
        assert!(!people.decrement());
        assert_eq!(people.get(), 0);
    });
}
