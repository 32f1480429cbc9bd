//@ caught-by: mutation
//@ because: rejects a right implementation
//! Asks for the count while the other thread is at it.

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
        let before = stack.pop();
        assert_eq!(stack.len() + usize::from(before.is_some()), 1, "one was pushed");
        other.join().unwrap();
    });
}
