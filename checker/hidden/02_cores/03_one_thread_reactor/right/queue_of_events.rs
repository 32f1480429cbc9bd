//! An event loop with a queue: what has happened is written down, then worked off.

use std::collections::{HashMap, VecDeque};

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

enum Event {
    Begin(Box<dyn Task>),
    Answer(u64, u32),
}

pub fn run(tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let mut events: VecDeque<Event> = tasks.into_iter().map(Event::Begin).collect();
    let mut waiting: HashMap<u64, Box<dyn Task>> = HashMap::new();
    loop {
        let (mut task, answer) = match events.pop_front() {
            Some(Event::Begin(task)) => (task, None),
            Some(Event::Answer(token, answer)) => (waiting.remove(&token).unwrap(), Some(answer)),
            None if waiting.is_empty() => break,
            None => {
                let answers = io.wait_any();
                events.extend(
                    answers.into_iter().map(|(token, answer)| Event::Answer(token, answer)),
                );
                continue;
            }
        };
        if let Some(request) = task.go_on(answer) {
            let token = io.submit(request);
            waiting.insert(token, task);
        }
    }
}
