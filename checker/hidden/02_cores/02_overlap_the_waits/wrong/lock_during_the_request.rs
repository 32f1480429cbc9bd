//@ caught-by: test
//@ because: requests that wait together
//! The guard of the list lives until the end of the statement.

use std::sync::Mutex;
use std::thread;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let answers = Mutex::new(Vec::new());
    thread::scope(|scope| {
        for (position, &id) in ids.iter().enumerate() {
            let answers = &answers;
            scope.spawn(move || answers.lock().unwrap().push((position, io.fetch(id))));
        }
    });
    let mut answers = answers.into_inner().unwrap();
    answers.sort();
    answers.into_iter().map(|(_, answer)| answer).collect()
}
