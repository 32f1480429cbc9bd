//@ caught-by: test
//@ because: requests that wait together
//! Spawns a thread and waits for it before spawning the next.

use std::thread;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let mut answers = Vec::new();
    thread::scope(|scope| {
        for &id in ids {
            let request = scope.spawn(move || io.fetch(id));
            answers.push(request.join().unwrap());
        }
    });
    answers
}
