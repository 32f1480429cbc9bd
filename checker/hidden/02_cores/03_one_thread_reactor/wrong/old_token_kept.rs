//@ caught-by: test
//@ because: another task's request
//! The first owner of a token keeps it for ever.

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
    let mut under_way = 0;
    for number in 0..tasks.len() {
        if let Some(request) = tasks[number].go_on(None) {
            owner.entry(io.submit(request)).or_insert(number);
            under_way += 1;
        }
    }
    while under_way > 0 {
        for (token, answer) in io.wait_any() {
            let number = owner[&token];
            under_way -= 1;
            if let Some(request) = tasks[number].go_on(Some(answer)) {
                owner.entry(io.submit(request)).or_insert(number);
                under_way += 1;
            }
        }
    }
}
