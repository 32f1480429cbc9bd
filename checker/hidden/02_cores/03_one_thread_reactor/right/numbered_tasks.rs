//! The tasks stay in their vector; a sorted map leads from tokens to their numbers.

use std::collections::BTreeMap;

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

pub fn run(mut tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let mut owner: BTreeMap<u64, usize> = BTreeMap::new();
    for number in 0..tasks.len() {
        if let Some(request) = tasks[number].go_on(None) {
            let token = io.submit(request);
            owner.insert(token, number);
        }
    }
    loop {
        if owner.len() == 0 {
            return;
        }
        let mut answers = io.wait_any();
        while let Some((token, answer)) = answers.pop() {
            let number = owner.remove(&token).unwrap();
            if let Some(request) = tasks[number].go_on(Some(answer)) {
                let token = io.submit(request);
                owner.insert(token, number);
            }
        }
    }
}
