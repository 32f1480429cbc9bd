//@ caught-by: mutation
//@ because: names a pallet that is not on top
//! Asks how many pallets there are, and never which.

use loom::sync::Arc;
use loom::thread;

pub trait Stack: Send + Sync + 'static {
    fn new() -> Self;
    fn push(&self, pallet: u32);
    fn pop(&self) -> Option<u32>;
    fn len(&self) -> usize;
    fn move_to(&self, other: &Self) -> bool;
}

pub fn stack_test<S: Stack>() {
    loom::model(|| {
        let stack = Arc::new(S::new());
        let other = {
            let stack = stack.clone();
            thread::spawn(move || stack.push(1))
        };
        stack.push(2);
        other.join().unwrap();
        assert_eq!(stack.len(), 2);
        assert!(stack.pop().is_some() && stack.pop().is_some());
        assert_eq!(stack.len(), 0);
    });
    loom::model(two_want_the_last::<S>);
    loom::model(two_pass_each_other::<S>);
}

fn two_want_the_last<S: Stack>() {
    let stack = Arc::new(S::new());
    stack.push(7);
    let other = {
        let stack = stack.clone();
        thread::spawn(move || stack.pop())
    };
    let mut taken = [stack.pop(), other.join().unwrap()];
    taken.sort();
    assert_eq!(taken, [None, Some(7)]);
}

fn two_pass_each_other<S: Stack>() {
    let (north, south) = (Arc::new(S::new()), Arc::new(S::new()));
    north.push(7);
    south.push(8);
    let other = {
        let (north, south) = (north.clone(), south.clone());
        thread::spawn(move || north.move_to(&south))
    };
    south.move_to(&north);
    other.join().unwrap();
    assert_eq!(north.len() + south.len(), 2);
}
