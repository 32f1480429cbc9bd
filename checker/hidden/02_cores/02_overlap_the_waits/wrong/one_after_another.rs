//@ caught-by: test
//@ because: requests that wait together
//! The loop written out, with room reserved for speed.

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    let mut answers = Vec::with_capacity(ids.len());
    for id in ids {
        answers.push(io.fetch(*id));
    }
    answers
}
