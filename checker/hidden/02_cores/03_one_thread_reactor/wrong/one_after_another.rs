//@ caught-by: test
//@ because: tasks without a request under way while the thread sleeps
//! One conversation at a time, as with a function that blocks.

pub trait Io {
    fn submit(&mut self, request: u32) -> u64;
    fn wait_any(&mut self) -> Vec<(u64, u32)>;
    fn poll(&mut self) -> Vec<(u64, u32)>;
}

pub trait Task {
    fn go_on(&mut self, answer: Option<u32>) -> Option<u32>;
}

pub fn run(tasks: Vec<Box<dyn Task>>, io: &mut dyn Io) {
    for mut task in tasks {
        let mut answer = None;
        while let Some(request) = task.go_on(answer) {
            let token = io.submit(request);
            answer = io.wait_any().into_iter().find(|it| it.0 == token).map(|it| it.1);
        }
    }
}
