//@ caught-by: test
//@ because: of a task that is done
//! Goes on in a circle until all are done, done ones included.

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
    let mut ready_from = vec![0; tasks.len()];
    let mut done = vec![false; tasks.len()];
    let mut now = 0;
    while done.contains(&false) {
        now = now.max(*ready_from.iter().min().unwrap());
        for (place, task) in tasks.iter_mut().enumerate() {
            if ready_from[place] > now {
                continue;
            }
            let step = task.step(now);
            now += 1;
            ready_from[place] = now;
            match step {
                Step::Run => {}
                Step::Wait(ticks) => ready_from[place] = now + ticks,
                Step::Done => done[place] = true,
            }
        }
    }
    now
}
