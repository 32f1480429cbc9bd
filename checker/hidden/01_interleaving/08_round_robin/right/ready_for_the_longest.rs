//! Looks at all tasks for the one that is ready for the longest.

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
    while let Some(next) = (0..tasks.len()).min_by_key(|&task| tasks[task].0) {
        now = now.max(tasks[next].0);
        let step = tasks[next].1.step(now);
        now += 1;
        match step {
            Step::Run => tasks[next].0 = now,
            Step::Wait(ticks) => tasks[next].0 = now + ticks,
            Step::Done => drop(tasks.swap_remove(next)),
        }
    }
    now
}
