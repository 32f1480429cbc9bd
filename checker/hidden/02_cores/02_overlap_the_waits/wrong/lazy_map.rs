//@ caught-by: test
//@ because: requests that wait together
//! The handles are never collected, so each is joined as it is made.

use std::thread;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    thread::scope(|scope| {
        ids.iter()
            .map(|&id| scope.spawn(move || io.fetch(id)))
            .map(|request| request.join().unwrap())
            .collect()
    })
}
