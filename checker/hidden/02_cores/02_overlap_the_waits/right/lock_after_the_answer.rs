//! A shared list, locked only once the answer is there.

use std::sync::Mutex;
use std::thread;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let answers = Mutex::new(vec![None; ids.len()]);
    thread::scope(|scope| {
        for (i, id) in ids.iter().enumerate() {
            let answers = &answers;
            scope.spawn(move || {
                let answer = io.fetch(*id);
                answers.lock().unwrap()[i] = Some(answer);
            });
        }
    });
    answers.into_inner().unwrap().into_iter().map(Option::unwrap).collect()
}
