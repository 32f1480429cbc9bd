//@ caught-by: test
//@ because: another task's request
//! The next answer is for whoever asked first; the tokens are not looked at.

use std::collections::VecDeque;

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
    for mut task in tasks {
        if let Some(request) = task.go_on(None) {
            io.submit(request);
            queue.push_back(task);
        }
    }
    while !queue.is_empty() {
        for (_, answer) in io.wait_any() {
            let mut task = queue.pop_front().unwrap();
            if let Some(request) = task.go_on(Some(answer)) {
                io.submit(request);
                queue.push_back(task);
            }
        }
    }
}
