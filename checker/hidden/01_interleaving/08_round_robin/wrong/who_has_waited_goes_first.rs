//@ caught-by: test
//@ because: second turn
//! Who comes back from a wait goes before all others.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Run,
    Wait(u64),
    Done,
}

pub trait Task {
    fn step(&mut self, now: u64) -> Step;
}

pub fn run(mut tasks: Vec<Box<dyn Task>>) -> u64 {
    let mut now = 0;
    let mut ready: VecDeque<usize> = (0..tasks.len()).collect();
    let mut waiting: BinaryHeap<Reverse<(u64, usize)>> = BinaryHeap::new();
    loop {
        while let Some(&Reverse((from, task))) = waiting.peek()
            && from <= now
        {
            waiting.pop();
            ready.push_front(task);
        }
        let Some(task) = ready.pop_front() else {
            let Some(&Reverse((from, _))) = waiting.peek() else { return now };
            now = from;
            continue;
        };
        let step = tasks[task].step(now);
        now += 1;
        match step {
            Step::Run => ready.push_back(task),
            Step::Wait(ticks) => waiting.push(Reverse((now + ticks, task))),
            Step::Done => {}
        }
    }
}
