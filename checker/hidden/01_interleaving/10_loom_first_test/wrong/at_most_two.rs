//@ caught-by: mutation
//@ because: stores between the two is lost
//! "It never counts too many" is true of a counter that loses people.

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
        assert!(people.get() <= 2);
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
