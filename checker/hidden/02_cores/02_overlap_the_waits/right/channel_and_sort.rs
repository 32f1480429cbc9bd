//! Answers come through a channel with their positions.

use crossbeam::channel;
use std::thread;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let (sender, receiver) = channel::unbounded();
    thread::scope(|scope| {
        for (position, &id) in ids.iter().enumerate() {
            let sender = sender.clone();
            scope.spawn(move || {
                let answer = io.fetch(id);
                sender.send((position, answer)).expect("the receiver outlives the scope");
            });
        }
    });
    drop(sender);
    let mut answers: Vec<(usize, String)> = receiver.iter().collect();
    answers.sort();
    answers.into_iter().map(|(_, answer)| answer).collect()
}
