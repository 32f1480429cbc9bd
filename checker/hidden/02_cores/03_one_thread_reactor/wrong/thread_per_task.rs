//@ caught-by: compile
//@ because: cannot be sent between threads safely
//! A thread for each task, as in `overlap-the-waits`.

use std::sync::Mutex;
use std::thread;

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

pub fn run(tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    let io = Mutex::new(io);
    thread::scope(|scope| {
        for mut task in tasks {
            let io = &io;
            scope.spawn(move || {
                let mut answer = None;
                while let Some(request) = task.go_on(answer) {
                    let mut io = io.lock().unwrap();
                    io.submit(request);
                    answer = Some(io.wait_any()[0].1);
                }
            });
        }
    });
}
