//! Scenes as data: what each of two threads calls.

use loom::sync::Arc;
use loom::thread;

pub trait Stack: Send + Sync + 'static {
    fn new() -> Self;
    fn push(&self, pallet: u32);
    fn pop(&self) -> Option<u32>;
    fn len(&self) -> usize;
    fn move_to(&self, other: &Self) -> bool;
}

#[derive(Clone, Copy, Debug)]
enum Call {
    Push(u32),
    Pop,
    There,
    Back,
}
use Call::*;

fn run<S: Stack>(stacks: &[S; 2], calls: &[Call]) -> Vec<u32> {
    let mut out = Vec::new();
    for call in calls {
        match call {
            Push(pallet) => stacks[0].push(*pallet),
            Pop => out.extend(stacks[0].pop()),
            There => drop(stacks[0].move_to(&stacks[1])),
            Back => drop(stacks[1].move_to(&stacks[0])),
        }
    }
    out
}

pub fn stack_test<S: Stack>() {
    const SCENES: &[(&[Call], &[Call])] = &[
        (&[Push(1)], &[Push(2)]),
        (&[Pop], &[Pop]),
        (&[Push(1)], &[Pop]),
        (&[There], &[Back]),
        (&[Push(1), Pop], &[Pop]),
    ];
    for &(here, there) in SCENES {
        loom::model(move || {
            let stacks = Arc::new([S::new(), S::new()]);
            stacks[0].push(8);
            stacks[1].push(9);
            let other = {
                let stacks = stacks.clone();
                thread::spawn(move || run(&stacks, there))
            };
            let mut all = run(&stacks, here);
            all.extend(other.join().unwrap());
            let lens = stacks[0].len() + stacks[1].len();
            let mut left = Vec::new();
            for stack in stacks.iter() {
                while let Some(pallet) = stack.pop() {
                    left.push(pallet);
                    assert!(left.len() < 9);
                }
            }
            assert_eq!(lens, left.len());
            all.extend(left);
            all.sort_unstable();
            let pushes = here.iter().chain(there);
            let mut wanted: Vec<u32> = pushes
                .filter_map(|call| if let Push(p) = call { Some(*p) } else { None })
                .collect();
            wanted.extend([8, 9]);
            wanted.sort_unstable();
            assert_eq!(all, wanted, "{here:?} beside {there:?}");
        });
    }
}
