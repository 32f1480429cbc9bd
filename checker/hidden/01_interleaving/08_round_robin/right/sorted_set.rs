//! One sorted set of who is ready when.

use std::collections::BTreeSet;

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
    let mut tasks: Vec<Option<Box<dyn Task>>> = tasks.into_iter().map(Some).collect();
    let mut agenda: BTreeSet<(u64, usize)> = (0..tasks.len()).map(|task| (0, task)).collect();
    let mut now = 0;
    while let Some((from, task)) = agenda.pop_first() {
        let start = from.max(now);
        now = start + 1;
        match tasks[task].as_mut().unwrap().step(start) {
            Step::Run => drop(agenda.insert((now, task))),
            Step::Wait(ticks) => drop(agenda.insert((now + ticks, task))),
            Step::Done => tasks[task] = None,
        }
    }
    now
}
