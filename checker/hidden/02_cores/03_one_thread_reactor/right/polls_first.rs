//! Looks before it sleeps, and between two tasks that begin.

use std::collections::HashMap;

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

type Waiting = HashMap<u64, Box<dyn Task>>;

fn hand_out(answers: Vec<(u64, u32)>, waiting: &mut Waiting, io: &mut dyn Io) -> bool {
    let some = !answers.is_empty();
    for (token, answer) in answers {
        let mut task = waiting.remove(&token).unwrap();
        match task.go_on(Some(answer)) {
            Some(request) => drop(waiting.insert(io.submit(request), task)),
            None => {}
        }
    }
    some
}

pub fn run(tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let mut waiting = Waiting::new();
    for mut task in tasks {
        if let Some(request) = task.go_on(None) {
            waiting.insert(io.submit(request), task);
        }
        let answers = io.poll();
        hand_out(answers, &mut waiting, io);
    }
    while !waiting.is_empty() {
        let answers = io.poll();
        if hand_out(answers, &mut waiting, io) {
            continue;
        }
        let answers = io.wait_any();
        hand_out(answers, &mut waiting, io);
    }
}
