//@ caught-by: mutation
//@ because: rejects a right implementation
//! A pause is to see to it that the other thread was there first.

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
        std::thread::sleep(std::time::Duration::from_millis(1));
        assert_eq!(stack.pop(), Some(1), "it had time enough");
        other.join().unwrap();
    });
}
