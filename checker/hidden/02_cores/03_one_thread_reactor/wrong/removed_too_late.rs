//@ caught-by: test
//@ because: called `Option::unwrap()` on a `None` value
//! The old token is removed after the new one is put in, and may be the same.

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
    let mut waiting = HashMap::new();
    for mut task in tasks {
        if let Some(request) = task.go_on(None) {
            waiting.insert(io.submit(request), task);
        }
    }
    while !waiting.is_empty() {
        for (token, answer) in io.wait_any() {
            let task: &mut Box<dyn Task> = waiting.get_mut(&token).unwrap();
            if let Some(request) = task.go_on(Some(answer)) {
                let next = io.submit(request);
                let task = std::mem::replace(task, Box::new(Nobody));
                waiting.insert(next, task);
            }
            waiting.remove(&token);
        }
    }
}

struct Nobody;

impl Task for Nobody {
    fn go_on(&mut self, _: Option<u32>) -> Option<u32> {
        None
    }
}
