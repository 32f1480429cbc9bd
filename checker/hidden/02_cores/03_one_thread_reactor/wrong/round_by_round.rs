//@ caught-by: test
//@ because: tasks whose answer is kept back while the thread sleeps
//! Waits for the answers of all before any task goes on.

use std::collections::HashMap;

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

pub fn run(tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let mut round: Vec<(Box<dyn Task>, Option<u32>)> =
        tasks.into_iter().map(|task| (task, None)).collect();
    while !round.is_empty() {
        let mut asked = Vec::new();
        for (mut task, answer) in round.drain(..) {
            if let Some(request) = task.go_on(answer) {
                asked.push((io.submit(request), task));
            }
        }
        let mut answers = HashMap::new();
        while answers.len() < asked.len() {
            answers.extend(io.wait_any());
        }
        round = asked.into_iter().map(|(token, task)| (task, answers.remove(&token))).collect();
    }
}
