//! Three threads at once, and every number counted.

use loom::model::Builder;
use loom::sync::Arc;
use loom::thread;

pub trait Stack: Send + Sync + 'static {
    fn new() -> Self;
    fn push(&self, pallet: u32);
    fn pop(&self) -> Option<u32>;
    fn len(&self) -> usize;
    fn move_to(&self, other: &Self) -> bool;
}

/// How often each number from 0 to 9 was seen.
type Seen = [u32; 10];

fn note(seen: &mut Seen, pallet: Option<u32>) {
    if let Some(pallet) = pallet {
        seen[pallet as usize] += 1;
    }
}

pub fn stack_test<S: Stack>() {
    let mut few = Builder::new();
    few.preemption_bound = Some(2);
    few.check(|| {
        let stack = Arc::new(S::new());
        stack.push(0);
        let bring = |pallet| {
            let stack = Arc::clone(&stack);
            thread::spawn(move || stack.push(pallet))
        };
        let (one, two) = (bring(1), bring(2));
        let mut seen = Seen::default();
        note(&mut seen, stack.pop());
        one.join().unwrap();
        two.join().unwrap();
        assert!(stack.len() == 2, "three came and one went");
        note(&mut seen, stack.pop());
        note(&mut seen, stack.pop());
        note(&mut seen, stack.pop());
        assert!(seen[..3] == [1, 1, 1], "{seen:?}");
    });
    few.check(|| {
        let (left, right) = (Arc::new(S::new()), Arc::new(S::new()));
        left.push(1);
        right.push(2);
        let pass = |from: &Arc<S>, to: &Arc<S>| {
            let (from, to) = (Arc::clone(from), Arc::clone(to));
            thread::spawn(move || from.move_to(&to))
        };
        let (there, back) = (pass(&left, &right), pass(&right, &left));
        there.join().unwrap();
        back.join().unwrap();
        let mut seen = Seen::default();
        for stack in [left, right] {
            note(&mut seen, stack.pop());
            note(&mut seen, stack.pop());
        }
        assert!(seen[1] == 1 && seen[2] == 1, "{seen:?}");
    });
    few.check(|| {
        let stack = Arc::new(S::new());
        stack.push(5);
        let take = || {
            let stack = Arc::clone(&stack);
            thread::spawn(move || stack.pop())
        };
        let (one, two) = (take(), take());
        let mut seen = Seen::default();
        note(&mut seen, one.join().unwrap());
        note(&mut seen, two.join().unwrap());
        assert!(seen[5] == 1, "{seen:?}");
    });
}
