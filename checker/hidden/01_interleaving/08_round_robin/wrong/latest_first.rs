//@ caught-by: test
//@ because: while no step begins until
//! A heap gives out its greatest element.

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
    let mut waiting: BinaryHeap<(u64, usize)> = BinaryHeap::new();
    loop {
        while let Some(&(from, task)) = waiting.peek()
            && from <= now
        {
            waiting.pop();
            ready.push_back(task);
        }
        let Some(task) = ready.pop_front() else {
            let Some(&(from, _)) = waiting.peek() else { return now };
            now = from;
            continue;
        };
        let step = tasks[task].step(now);
        now += 1;
        match step {
            Step::Run => ready.push_back(task),
            Step::Wait(ticks) => waiting.push((now + ticks, task)),
            Step::Done => {}
        }
    }
}
