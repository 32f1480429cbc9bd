//@ caught-by: mutation
//@ because: rejects a right implementation
//! Looks at the number while the other door is still in use.

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
        assert_eq!(people.get(), 2, "both people are inside");
        other.join().unwrap();
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
