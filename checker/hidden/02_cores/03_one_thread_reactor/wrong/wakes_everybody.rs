//@ caught-by: test
//@ because: without an answer
//! Calls every task whenever something has come, with an answer or without.

use std::collections::HashMap;

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

pub fn run(mut tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let mut owner = HashMap::new();
    let mut answers: HashMap<usize, u32> = HashMap::new();
    loop {
        for number in 0..tasks.len() {
            if let Some(request) = tasks[number].go_on(answers.remove(&number)) {
                owner.insert(io.submit(request), number);
            }
        }
        if owner.is_empty() {
            return;
        }
        for (token, answer) in io.wait_any() {
            answers.insert(owner.remove(&token).unwrap(), answer);
        }
    }
}
