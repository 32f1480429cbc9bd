//@ caught-by: mutation
//@ because: the spawned thread counts first
//! Takes the order of the lines for the order of the threads.

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
            thread::spawn(move || {
                people.increment();
                people.get()
            })
        };
        people.increment();
        let seen = other.join().unwrap();
        assert_eq!(seen, 1, "the spawned thread counts first");
        assert_eq!(people.get(), 2);
    });
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
