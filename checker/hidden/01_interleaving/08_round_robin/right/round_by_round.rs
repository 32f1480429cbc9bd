//! In rounds: all that are ready when a round begins, each once.

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
    let mut alive: Vec<(usize, u64)> = (0..tasks.len()).map(|task| (task, 0)).collect();
    let mut now = 0;
    while let Some(&(_, first)) = alive.iter().min_by_key(|(_, from)| *from) {
        now = now.max(first);
        let (round, rest): (Vec<_>, Vec<_>) = alive.into_iter().partition(|(_, from)| *from <= now);
        alive = rest;
        for (task, _) in round {
            let step = tasks[task].step(now);
            now += 1;
            match step {
                Step::Run => alive.push((task, now)),
                Step::Wait(ticks) => alive.push((task, now + ticks)),
                Step::Done => {}
            }
        }
    }
    now
}
