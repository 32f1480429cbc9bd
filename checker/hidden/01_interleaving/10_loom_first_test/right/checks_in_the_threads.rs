//! Each thread asserts what it can know by itself.

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
                // Its own person is inside for as long as nobody leaves.
                assert!((1..=2).contains(&people.get()));
            })
        };
        people.increment();
        other.join().unwrap();
        assert_eq!(people.get(), 2);
    });
    loom::model(|| {
        let people = Arc::new(C::new());
        people.increment();
        let other = {
            let people = people.clone();
            thread::spawn(move || {
                let left = people.decrement();
                assert_eq!(people.get(), 0, "whoever tried to leave, one has left");
                left
            })
        };
        let left = people.decrement();
        assert_eq!(people.get(), 0, "whoever tried to leave, one has left");
        assert!(left ^ other.join().unwrap());
    });
}
