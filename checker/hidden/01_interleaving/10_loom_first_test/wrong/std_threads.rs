//@ caught-by: mutation
//@ because: outside a Loom
//! Real threads inside the model: loom does not see them.

use std::sync::Arc;
use std::thread;

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
    });
}
