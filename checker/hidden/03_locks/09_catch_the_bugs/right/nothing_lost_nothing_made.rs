//! Any two jobs beside each other: what was there and what came has left or is there.

use loom::sync::Arc;
use loom::thread;

pub trait Stack: Send + Sync + 'static {
    fn new() -> Self;
    fn push(&self, pallet: u32);
    fn pop(&self) -> Option<u32>;
    fn len(&self) -> usize;
    fn move_to(&self, other: &Self) -> bool;
}

type Job<S> = fn(&S, &S) -> Vec<u32>;

pub fn stack_test<S: Stack>() {
    let jobs: [Job<S>; 3] = [bring, take, pass];
    for (index, one) in jobs.into_iter().enumerate() {
        for other in &jobs[index..] {
            let other = *other;
            loom::model(move || beside(one, other));
        }
    }
}

fn bring<S: Stack>(here: &S, there: &S) -> Vec<u32> {
    here.push(10);
    there.push(11);
    Vec::new()
}

fn take<S: Stack>(here: &S, _: &S) -> Vec<u32> {
    here.pop().into_iter().collect()
}

fn pass<S: Stack>(here: &S, there: &S) -> Vec<u32> {
    here.move_to(there);
    Vec::new()
}

/// The second job sees the stacks the other way round.
fn beside<S: Stack>(one: Job<S>, other: Job<S>) {
    let here = Arc::new(S::new());
    let there = Arc::new(S::new());
    here.push(1);
    there.push(2);
    let thread = {
        let (here, there) = (here.clone(), there.clone());
        thread::spawn(move || other(&there, &here))
    };
    let mut all = one(&here, &there);
    all.extend(thread.join().unwrap());
    let brought = [one, other].iter().filter(|&&job| is_bring(job)).count();
    assert_eq!(all.len() + here.len() + there.len(), 2 + 2 * brought);
    for stack in [here, there] {
        while let Some(pallet) = stack.pop() {
            all.push(pallet);
            assert!(all.len() <= 8, "more pallets than ever were brought");
        }
    }
    all.sort_unstable();
    let mut wanted = vec![1, 2];
    wanted.extend([10, 11].repeat(brought));
    wanted.sort_unstable();
    assert_eq!(all, wanted);
}

fn is_bring<S: Stack>(job: Job<S>) -> bool {
    let (here, there) = (S::new(), S::new());
    job(&here, &there);
    there.len() == 1
}
