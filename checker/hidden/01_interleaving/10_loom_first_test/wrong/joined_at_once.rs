//@ caught-by: mutation
//@ because: proves nothing
//! Spawns and joins in one breath: the threads never overlap.

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
        for _ in 0..2 {
            let people = people.clone();
            thread::spawn(move || people.increment()).join().unwrap();
        }
        assert_eq!(people.get(), 2);
        let mut left = 0;
        for _ in 0..2 {
            let people = people.clone();
            left += u32::from(thread::spawn(move || people.decrement()).join().unwrap());
        }
        assert_eq!((left, people.get()), (2, 0));
    });
}
