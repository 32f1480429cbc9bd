//@ caught-by: mutation
//@ because: proves nothing
//! Many calls in one thread are still one interleaving.

use loom::sync::Arc;

pub trait Counter: Send + Sync + 'static {
    fn new() -> Self;
    fn increment(&self);
    fn decrement(&self) -> bool;
    fn get(&self) -> u32;
}

pub fn counter_test<C: Counter>() {
    loom::model(|| {
        let people = Arc::new(C::new());
        for inside in 1..=5 {
            people.increment();
            assert_eq!(people.get(), inside);
        }
        for inside in (0..5).rev() {
            assert!(people.decrement());
            assert_eq!(people.get(), inside);
        }
        assert!(!people.decrement());
    });
}
