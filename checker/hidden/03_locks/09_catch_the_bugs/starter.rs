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
pub fn stack_test<S: Stack>() {
    loom::model(two_come::<S>);
    // TODO: a scene for each promise that two forklifts can break.
}

/// Two forklifts bring a pallet each.
fn two_come<S: Stack>() {
    let stack = Arc::new(S::new());
    let other = {
        let stack = stack.clone();
        thread::spawn(move || stack.push(1))
    };
    stack.push(2);
    other.join().unwrap();
    // TODO: this lets pass whatever is not empty.
    assert!(stack.pop().is_some(), "there is a pallet");
}
