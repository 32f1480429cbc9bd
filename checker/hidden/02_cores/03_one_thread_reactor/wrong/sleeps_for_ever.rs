//@ caught-by: test
//@ because: requests under way when the thread goes to sleep
//! Sleeps once more when all tasks are done.

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
    loop {
        for (token, answer) in io.wait_any() {
            let mut task: Box<dyn Task> = waiting.remove(&token).unwrap();
            if let Some(request) = task.go_on(Some(answer)) {
                waiting.insert(io.submit(request), task);
            }
        }
    }
}
