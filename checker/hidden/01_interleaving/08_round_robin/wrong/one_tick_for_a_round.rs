//@ caught-by: test
//@ because: before the last one ends
//! All that are ready are stepped at once, as on many processors.

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
            ready.push_back(task);
        }
        if ready.is_empty() {
            let Some(&Reverse((from, _))) = waiting.peek() else { return now };
            now = from;
            continue;
        }
        for task in std::mem::take(&mut ready) {
            match tasks[task].step(now) {
                Step::Run => ready.push_back(task),
                Step::Wait(ticks) => waiting.push(Reverse((now + 1 + ticks, task))),
                Step::Done => {}
            }
        }
        now += 1;
    }
}
