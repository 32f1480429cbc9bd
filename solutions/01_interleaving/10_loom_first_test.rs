//! A test for every counter of people in a room.

use loom::sync::Arc;
use loom::thread;

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
    // Two scenes, not one big one: the number of interleavings grows with the
    // factorial of the operations, and each promise needs only two threads to
    // break. Nine in ten real concurrency bugs need four accesses or fewer.
    loom::model(two_enter::<C>);
    loom::model(two_leave_and_one_is_inside::<C>);
}

fn two_enter<C: Counter>() {
    // Made inside the model, so that each interleaving starts from 0. One made
    // outside would be shared by them all, and loom refuses it.
    let people = Arc::new(C::new());
    let other_door = {
        let people = Arc::clone(&people);
        thread::spawn(move || people.increment())
    };
    // The main thread is the second door. Spawning a second thread would be
    // right too; it only gives loom more to search.
    people.increment();
    // Joined before looking. Without the join, 1 is an honest answer, and the
    // assertion would reject every sound counter.
    other_door.join().unwrap();
    // Exactly 2: a lost update gives 1, which `<= 2` would let pass.
    assert_eq!(people.get(), 2, "two people entered");
}

fn two_leave_and_one_is_inside<C: Counter>() {
    let people = Arc::new(C::new());
    people.increment();
    let other_door = {
        let people = Arc::clone(&people);
        thread::spawn(move || people.decrement())
    };
    let left_here = people.decrement();
    let left_there = other_door.join().unwrap();
    // Which of the two gets out is for the scheduler to say. That it is one of
    // them is promised, so `!=` and not `left_here`.
    assert!(left_here != left_there, "one person was inside, one left");
    assert_eq!(people.get(), 0, "the room is empty");
}
