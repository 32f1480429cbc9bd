//@ caught-by: mutation
//@ because: that look together both subtract
//! Two leave, but enough people are inside for both.

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
        let other = {
            let people = people.clone();
            thread::spawn(move || people.decrement())
        };
        assert!(people.decrement());
        assert!(other.join().unwrap());
        assert_eq!(people.get(), 0);
    });
}
