//@ caught-by: mutation
//@ because: stores between the two is lost
//! Prints what a person is meant to judge; nothing is asserted.

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
        println!("{} people are inside", people.get());
    });
}
