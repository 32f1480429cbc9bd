//@ caught-by: test
//@ because: while no step begins until
//! Takes turns, but a wait is waited for by everybody.

use std::collections::VecDeque;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Run,
    Wait(u64),
    Done,
}

pub trait Task {
    fn step(&mut self, now: u64) -> Step;
}

pub fn run(tasks: Vec<Box<dyn Task>>) -> u64 {
    let mut ready = VecDeque::from(tasks);
    let mut now = 0;
    while let Some(mut task) = ready.pop_front() {
        let step = task.step(now);
        now += 1;
        if let Step::Wait(ticks) = step {
            now += ticks;
        }
        if step != Step::Done {
            ready.push_back(task);
        }
    }
    now
}
