//! A test for every stack of pallets.

use loom::sync::Arc;
use loom::thread;

/// A stack of numbered pallets. Any number of forklifts use it at once.
pub trait Stack: Send + Sync + 'static {
    /// An empty stack.
    fn new() -> Self;

    /// Puts a pallet on top.
    fn push(&self, pallet: u32);

    /// Takes the pallet on top, if there is one.
    fn pop(&self) -> Option<u32>;

    /// How many pallets there are.
    fn len(&self) -> usize;

    /// Moves the pallet on top to another stack; false if there is none.
    fn move_to(&self, other: &Self) -> bool;
}

/// Panics if some interleaving makes an `S` break a promise.
//
// A scene for each *pair* of operations that can meet, because a bug of two
// threads sits between two operations: push and push, pop and pop, push and
// pop, move and move. One scene with everything in it would have all those
// meetings too, and many thousand times as many interleavings.
pub fn stack_test<S: Stack>() {
    loom::model(two_come::<S>);
    loom::model(two_want_the_last::<S>);
    loom::model(one_comes_one_goes::<S>);
    loom::model(two_pass_each_other::<S>);
}

fn two_come<S: Stack>() {
    let stack = Arc::new(S::new());
    let other = {
        let stack = Arc::clone(&stack);
        thread::spawn(move || stack.push(1))
    };
    stack.push(2);
    other.join().unwrap();
    // Counted before it is emptied: a count that is kept beside the pallets
    // can be wrong while the pallets are right.
    assert_eq!(stack.len(), 2, "pallets counted");
    holds(&*stack, &[1, 2]);
}

fn two_want_the_last<S: Stack>() {
    let stack = Arc::new(S::new());
    stack.push(7);
    let other = {
        let stack = Arc::clone(&stack);
        thread::spawn(move || stack.pop())
    };
    let here = stack.pop();
    let there = other.join().unwrap();
    // Who gets it is for the scheduler to say. That one does is promised.
    let taken = [here, there];
    assert!(taken == [Some(7), None] || taken == [None, Some(7)], "taken: {taken:?}");
    holds(&*stack, &[]);
}

fn one_comes_one_goes<S: Stack>() {
    let stack = Arc::new(S::new());
    stack.push(7);
    let other = {
        let stack = Arc::clone(&stack);
        thread::spawn(move || stack.push(8))
    };
    // Either may be on top when `pop` comes, so what it took decides what has
    // to be left.
    let left = match stack.pop() {
        Some(7) => 8,
        Some(8) => 7,
        other => panic!("a stack that is never empty hands out {other:?}"),
    };
    other.join().unwrap();
    assert_eq!(stack.len(), 1, "pallets counted");
    holds(&*stack, &[left]);
}

fn two_pass_each_other<S: Stack>() {
    let (north, south) = (Arc::new(S::new()), Arc::new(S::new()));
    north.push(7);
    south.push(8);
    let other = {
        let (north, south) = (Arc::clone(&north), Arc::clone(&south));
        thread::spawn(move || north.move_to(&south))
    };
    // The opposite direction: only so can each thread hold what the other
    // wants. loom panics by itself when nobody can go on.
    south.move_to(&north);
    other.join().unwrap();
    assert_eq!(north.len() + south.len(), 2, "pallets on both stacks");
}

/// Empties the stack, and expects these pallets in any order: no promise says
/// in which order those lie that came at the same time.
fn holds<S: Stack>(stack: &S, pallets: &[u32]) {
    let mut found: Vec<u32> = std::iter::from_fn(|| stack.pop()).take(9).collect();
    found.sort_unstable();
    assert_eq!(found, pallets, "pallets on the stack");
}
