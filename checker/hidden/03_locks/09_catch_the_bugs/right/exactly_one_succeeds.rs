//! Plain `std::sync::Arc`, and `bool`s in the place of values where they say enough.

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
        let stack = std::sync::Arc::new(S::new());
        let there = stack.clone();
        let other = thread::spawn(move || {
            there.push(1);
            there.pop().is_some()
        });
        stack.push(2);
        assert!(other.join().unwrap(), "two were pushed and one of them popped");
        assert!(stack.len() == 1);
        assert!(matches!(stack.pop(), Some(1 | 2)));
        assert!(stack.pop().is_none());
    });
    loom::model(|| {
        let stack = std::sync::Arc::new(S::new());
        let there = stack.clone();
        let other = thread::spawn(move || there.push(1));
        stack.push(2);
        other.join().unwrap();
        assert!(stack.pop() != stack.pop());
        assert!(stack.pop().is_none());
    });
    loom::model(|| {
        let stack = std::sync::Arc::new(S::new());
        stack.push(1);
        let there = stack.clone();
        let other = thread::spawn(move || there.pop().is_some());
        let one = stack.pop().is_some();
        assert!(one ^ other.join().unwrap());
    });
    loom::model(|| {
        let stacks = std::sync::Arc::new([S::new(), S::new()]);
        stacks[0].push(1);
        stacks[1].push(2);
        let there = stacks.clone();
        let other = thread::spawn(move || there[0].move_to(&there[1]));
        // The other stack may be empty for a moment.
        stacks[1].move_to(&stacks[0]);
        assert!(other.join().unwrap());
    });
}
