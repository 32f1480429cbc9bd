//@ caught-by: test
//@ because: a program that sleeps until the answers come
//! Asks and asks: the waits overlap, and the core is busy throughout.

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let mut answers: Vec<Option<String>> = vec![None; ids.len()];
    while answers.iter().any(Option::is_none) {
        for (answer, &id) in answers.iter_mut().zip(ids) {
            if answer.is_none() {
                *answer = io.try_fetch(id);
            }
        }
    }
    answers.into_iter().flatten().collect()
}
