//! Whoever has had no turn for the longest time goes first.

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Run,
    Wait(u64),
    Done,
}

pub trait Task {
    fn step(&mut self, now: u64) -> Step;
}

struct Entry {
    task: Box<dyn Task>,
    ready: u64,
    last_turn: Option<u64>,
}

pub fn run(tasks: Vec<Box<dyn Task>>) -> u64 {
    let entry = |task| Entry { task, ready: 0, last_turn: None };
    let mut entries: Vec<Entry> = tasks.into_iter().rev().map(entry).collect();
    let mut now = 0;
    while !entries.is_empty() {
        let ready = entries.iter_mut().filter(|entry| entry.ready <= now);
        if let Some(entry) = ready.min_by_key(|entry| entry.last_turn) {
            entry.last_turn = Some(now);
            let step = entry.task.step(now);
            now += 1;
            match step {
                Step::Run => entry.ready = now,
                Step::Wait(ticks) => entry.ready = now + ticks,
                Step::Done => entry.ready = u64::MAX,
            }
            entries.retain(|entry| entry.ready < u64::MAX);
        } else {
            now = entries.iter().map(|entry| entry.ready).min().unwrap();
        }
    }
    now
}
