//@ caught-by: test
//@ because: tasks whose answer is kept back while the thread sleeps
//! Waits for the tokens in the order in which they were submitted.

use std::collections::{HashMap, VecDeque};

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

pub fn run(tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let mut queue = VecDeque::new();
    let mut come = HashMap::new();
    for mut task in tasks {
        if let Some(request) = task.go_on(None) {
            queue.push_back((io.submit(request), task));
        }
    }
    while let Some((token, mut task)) = queue.pop_front() {
        while !come.contains_key(&token) {
            come.extend(io.wait_any());
        }
        let answer = come.remove(&token);
        if let Some(request) = task.go_on(answer) {
            queue.push_back((io.submit(request), task));
        }
    }
}
