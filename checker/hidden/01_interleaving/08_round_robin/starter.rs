//! A scheduler for one processor: tasks that take turns.

/// How a task goes on after a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It is ready for the next step at once.
    Run,
    /// It is ready again after so many ticks.
    Wait(u64),
    /// It is done.
    Done,
}

/// Something to do in small steps.
pub trait Task {
    /// Does the next step, which begins at the tick `now` and takes one tick.
    fn step(&mut self, now: u64) -> Step;
}

/// Steps all tasks until they are done. Returns the tick at which the last
/// step ends.
pub fn run(tasks: Vec<Box<dyn Task>>) -> u64 {
    // TODO: let the tasks take turns, and use the time in which one waits.
    let mut now = 0;
    for mut task in tasks {
        loop {
            let step = task.step(now);
            now += 1;
            match step {
                Step::Run => {}
                Step::Wait(ticks) => now += ticks,
                Step::Done => break,
            }
        }
    }
    now
}
