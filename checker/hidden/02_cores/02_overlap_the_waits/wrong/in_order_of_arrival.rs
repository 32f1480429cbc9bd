//@ caught-by: test
//@ because: order of the ids
//! Everything overlaps, but who answers first stands first.

use std::sync::mpsc;
use std::thread;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let (sender, receiver) = mpsc::channel();
    thread::scope(|scope| {
        for &id in ids {
            let sender = sender.clone();
            scope.spawn(move || sender.send(io.fetch(id)).unwrap());
        }
    });
    drop(sender);
    receiver.into_iter().collect()
}
