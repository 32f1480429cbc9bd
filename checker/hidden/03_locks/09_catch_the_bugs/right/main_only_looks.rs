//! All work in spawned threads; the main one spawns, joins, and looks.

use loom::sync::Arc;
use loom::thread;

pub trait Stack: Send + Sync + 'static {
    fn new() -> Self;
    fn push(&self, pallet: u32);
    fn pop(&self) -> Option<u32>;
    fn len(&self) -> usize;
    fn move_to(&self, other: &Self) -> bool;
}

fn both<S: Stack, A: Send + 'static, B: Send + 'static>(
    stack: &Arc<S>,
    one: impl FnOnce(&S) -> A + Send + 'static,
    other: impl FnOnce(&S) -> B + Send + 'static,
) -> (A, B) {
    let (here, there) = (Arc::clone(stack), Arc::clone(stack));
    let one = thread::spawn(move || one(&here));
    let other = thread::spawn(move || other(&there));
    (one.join().unwrap(), other.join().unwrap())
}

pub fn stack_test<S: Stack>() {
    loom::model(|| {
        let stack = Arc::new(S::new());
        both(&stack, |stack| stack.push(4), |stack| stack.push(5));
        assert!(stack.len() == 2);
        let sum = stack.pop().unwrap() + stack.pop().unwrap();
        assert!(sum == 9 && stack.pop().is_none());
    });
    loom::model(|| {
        let stack = Arc::new(S::new());
        stack.push(1);
        stack.push(2);
        let (one, other) = both(&stack, |stack| stack.pop(), |stack| stack.pop());
        assert!(one.unwrap() + other.unwrap() == 3, "{one:?} {other:?}");
        assert!(stack.len() == 0);
    });
    loom::model(|| {
        let south = Arc::new(S::new());
        let north = Arc::new(S::new());
        south.push(1);
        north.push(2);
        let (from, to) = (Arc::clone(&south), Arc::clone(&north));
        let there = thread::spawn(move || from.move_to(&to));
        let (from, to) = (Arc::clone(&north), Arc::clone(&south));
        let back = thread::spawn(move || from.move_to(&to));
        there.join().unwrap();
        back.join().unwrap();
        assert!(north.len() + south.len() == 2);
    });
}
