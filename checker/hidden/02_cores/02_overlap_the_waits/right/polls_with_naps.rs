//! One thread, no blocking call: asks all, sleeps between the rounds.

use std::thread;
use std::time::Duration;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let mut answers: Vec<Option<String>> = vec![None; ids.len()];
    loop {
        let mut missing = 0;
        for (answer, &id) in answers.iter_mut().zip(ids) {
            if answer.is_none() {
                *answer = io.try_fetch(id);
                missing += usize::from(answer.is_none());
            }
        }
        if missing == 0 {
            return answers.into_iter().flatten().collect();
        }
        thread::sleep(Duration::from_millis(5));
    }
}
