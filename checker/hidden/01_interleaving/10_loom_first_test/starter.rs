//! A test for every counter of people in a room.

use loom::sync::Arc;

/// How many people are in a room. Any number of doors share one counter.
pub trait Counter: Send + Sync + 'static {
    /// A counter for an empty room.
    fn new() -> Self;

    /// Somebody enters: adds 1.
    fn increment(&self);

    /// Somebody leaves: subtracts 1 and returns true. In an empty room it
    /// changes nothing and returns false.
    fn decrement(&self) -> bool;

    /// How many people are inside.
    fn get(&self) -> u32;
}

/// Panics if some interleaving makes a `C` miscount.
pub fn counter_test<C: Counter>() {
    loom::model(|| {
        // TODO: use two doors at once. With one thread there is a single
        // interleaving, and every counter passes.
        let people = Arc::new(C::new());
        people.increment();
        people.increment();
        assert_eq!(people.get(), 2);
        assert!(people.decrement());
        assert_eq!(people.get(), 1);
    });
}
