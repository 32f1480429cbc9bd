//@ caught-by: test
//@ because: tasks without a request under way while the thread sleeps
//! Begins the next task when one of eight is done, as a pool of threads would.

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
    let mut tasks = tasks.into_iter();
    let mut waiting = HashMap::new();
    loop {
        while waiting.len() < 8 {
            let Some(mut task) = tasks.next() else { break };
            if let Some(request) = task.go_on(None) {
                waiting.insert(io.submit(request), task);
            }
        }
        if waiting.is_empty() {
            return;
        }
        for (token, answer) in io.wait_any() {
            let mut task = waiting.remove(&token).unwrap();
            if let Some(request) = task.go_on(Some(answer)) {
                waiting.insert(io.submit(request), task);
            }
        }
    }
}
