//! Everything in one scene, searched with at most two preemptions.

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
    let mut builder = loom::model::Builder::new();
    builder.preemption_bound = Some(2);
    builder.check(|| {
        let (a, b) = (Arc::new(S::new()), Arc::new(S::new()));
        a.push(1);
        b.push(2);
        let other = {
            let (a, b) = (a.clone(), b.clone());
            thread::spawn(move || {
                b.push(3);
                b.move_to(&a);
                b.pop()
            })
        };
        b.push(4);
        a.move_to(&b);
        let mine = b.pop();
        let mut all: Vec<u32> = mine.into_iter().chain(other.join().unwrap()).collect();
        assert_eq!(all.len() + a.len() + b.len(), 4, "one of four is missing");
        for stack in [a, b] {
            all.extend(std::iter::from_fn(|| stack.pop()).take(5));
        }
        all.sort_unstable();
        assert_eq!(all, [1, 2, 3, 4]);
    });
}
