//@ caught-by: mutation
//@ because: `pop` changes it without
//! Only `push` meets anything; pops come when everybody is gone.

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
    loom::model(two_come::<S>);
    loom::model(two_pass_each_other::<S>);
}

fn two_come<S: Stack>() {
    let stack = Arc::new(S::new());
    let other = {
        let stack = stack.clone();
        thread::spawn(move || stack.push(1))
    };
    stack.push(2);
    other.join().unwrap();
    assert_eq!(stack.len(), 2);
    let mut pallets = [stack.pop(), stack.pop()];
    pallets.sort();
    assert_eq!(pallets, [Some(1), Some(2)]);
}

fn two_pass_each_other<S: Stack>() {
    let (north, south) = (Arc::new(S::new()), Arc::new(S::new()));
    north.push(7);
    south.push(8);
    let other = {
        let (north, south) = (north.clone(), south.clone());
        thread::spawn(move || north.push(9) == south.push(9))
    };
    south.push(6);
    other.join().unwrap();
    assert_eq!(north.len() + south.len(), 5);
}
