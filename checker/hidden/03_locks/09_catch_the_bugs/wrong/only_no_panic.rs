//@ caught-by: mutation
//@ because: return the same pallet
//! Every pair meets, and nothing is asserted.

use loom::sync::Arc;
use loom::thread;

pub trait Stack: Send + Sync + 'static {
    fn new() -> Self;
    fn push(&self, pallet: u32);
    fn pop(&self) -> Option<u32>;
    fn len(&self) -> usize;
    fn move_to(&self, other: &Self) -> bool;
}

fn meet<S: Stack>(one: fn(&S, &S), other: fn(&S, &S)) {
    loom::model(move || {
        let (north, south) = (Arc::new(S::new()), Arc::new(S::new()));
        north.push(1);
        south.push(2);
        let there = {
            let (north, south) = (north.clone(), south.clone());
            thread::spawn(move || other(&north, &south))
        };
        one(&north, &south);
        assert!(there.join().is_ok(), "a forklift crashed");
    });
}

pub fn stack_test<S: Stack>() {
    let push = |stack: &S, _: &S| stack.push(3);
    let pop = |stack: &S, _: &S| drop(stack.pop());
    meet(push, push);
    meet(push, pop);
    meet(pop, pop);
    meet::<S>(|north, south| drop(north.move_to(south)), |north, south| drop(south.move_to(north)));
}
