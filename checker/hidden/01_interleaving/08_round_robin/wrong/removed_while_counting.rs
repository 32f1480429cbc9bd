//@ caught-by: test
//@ because: index out of bounds
//! Removes tasks while it counts through them.

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
    let mut tasks: Vec<(u64, Box<dyn Task>)> = tasks.into_iter().map(|task| (0, task)).collect();
    let mut now = 0;
    while let Some(first) = tasks.iter().map(|(ready, _)| *ready).min() {
        now = now.max(first);
        for next in 0..tasks.len() {
            if tasks[next].0 > now {
                continue;
            }
            let step = tasks[next].1.step(now);
            now += 1;
            match step {
                Step::Run => tasks[next].0 = now,
                Step::Wait(ticks) => tasks[next].0 = now + ticks,
                Step::Done => drop(tasks.swap_remove(next)),
            }
        }
    }
    now
}
