//@ caught-by: mutation
//@ because: outside a Loom
//! One counter for all interleavings, made before loom is running.

use loom::thread;

pub trait Counter: Send + Sync + 'static {
    fn new() -> Self;
    fn increment(&self);
    fn decrement(&self) -> bool;
    fn get(&self) -> u32;
}

pub fn counter_test<C: Counter>() {
    let people = std::sync::Arc::new(C::new());
    loom::model(move || {
        let before = people.get();
        let other = {
            let people = people.clone();
            thread::spawn(move || people.increment())
        };
        people.increment();
        other.join().unwrap();
        assert_eq!(people.get(), before + 2);
    });
}
