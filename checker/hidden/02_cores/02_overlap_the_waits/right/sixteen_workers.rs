//! Sixteen threads that take the next id from a shared counter.

use std::sync::atomic::{AtomicUsize, Ordering::Relaxed};
use std::sync::mpsc;
use std::thread;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..16 {
            let (next, sender) = (&next, sender.clone());
            scope.spawn(move || {
                while let Some(&id) = ids.get(next.fetch_add(1, Relaxed)) {
                    sender.send((id, io.fetch(id))).unwrap();
                }
            });
        }
        drop(sender);
        let mut answers = vec![String::new(); ids.len()];
        for (id, answer) in receiver {
            let position = ids.iter().position(|&other| other == id).unwrap();
            answers[position] = answer;
        }
        answers
    })
}
