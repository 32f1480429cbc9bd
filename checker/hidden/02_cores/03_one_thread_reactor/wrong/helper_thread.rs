//@ caught-by: test
//@ because: threads started
//! A second thread looks up whom an answer is for.

use std::collections::HashMap;
use std::sync::mpsc::channel;
use std::thread;

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

enum Say {
    Owner(u64, usize),
    Whose(u64),
}

pub fn run(mut tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let (ask, asked) = channel();
    let (tell, told) = channel();
    let directory = thread::spawn(move || {
        let mut owners = HashMap::new();
        for say in asked {
            match say {
                Say::Owner(token, number) => drop(owners.insert(token, number)),
                Say::Whose(token) => tell.send(owners.remove(&token).unwrap()).unwrap(),
            }
        }
    });
    let mut under_way = 0;
    for number in 0..tasks.len() {
        if let Some(request) = tasks[number].go_on(None) {
            ask.send(Say::Owner(io.submit(request), number)).unwrap();
            under_way += 1;
        }
    }
    while under_way > 0 {
        for (token, answer) in io.wait_any() {
            ask.send(Say::Whose(token)).unwrap();
            let number: usize = told.recv().unwrap();
            match tasks[number].go_on(Some(answer)) {
                Some(request) => ask.send(Say::Owner(io.submit(request), number)).unwrap(),
                None => under_way -= 1,
            }
        }
    }
    drop(ask);
    directory.join().unwrap();
}
