//@ caught-by: mutation
//@ because: survives (deadlock
//! Wraps the stack in a lock of its own, so that no two calls ever meet.

use loom::sync::{Arc, Mutex};
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
        let stack = Arc::new(Mutex::new(S::new()));
        let other = {
            let stack = stack.clone();
            thread::spawn(move || stack.lock().unwrap().push(1))
        };
        stack.lock().unwrap().push(2);
        other.join().unwrap();
        let stack = stack.lock().unwrap();
        assert_eq!(stack.len(), 2);
        let mut pallets = [stack.pop(), stack.pop()];
        pallets.sort();
        assert_eq!(pallets, [Some(1), Some(2)]);
    });
    loom::model(|| {
        let stack = Arc::new(Mutex::new(S::new()));
        stack.lock().unwrap().push(7);
        let other = {
            let stack = stack.clone();
            thread::spawn(move || stack.lock().unwrap().pop())
        };
        let here = stack.lock().unwrap().pop();
        let there = other.join().unwrap();
        assert!(here.xor(there) == Some(7));
        assert_eq!(stack.lock().unwrap().len(), 0);
    });
}
