//! Goes round in a circle and steps whoever is ready.

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
    let mut ready_from: Vec<Option<u64>> = vec![Some(0); tasks.len()];
    let mut now = 0;
    let mut place = 0;
    while let Some(first) = ready_from.iter().flatten().min() {
        now = now.max(*first);
        if ready_from[place].is_some_and(|from| from <= now) {
            let step = tasks[place].step(now);
            now += 1;
            ready_from[place] = match step {
                Step::Run => Some(now),
                Step::Wait(ticks) => Some(now + ticks),
                Step::Done => None,
            };
        }
        place = (place + 1) % tasks.len();
    }
    now
}
