//@ caught-by: test
//@ because: asked for
//! Asks for all pages first without waiting, then fetches them again.

use std::thread;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    thread::scope(|scope| {
        ids.iter().for_each(|&id| drop(io.try_fetch(id)));
        let requests: Vec<_> = ids.iter().map(|&id| scope.spawn(move || io.fetch(id))).collect();
        requests.into_iter().map(|request| request.join().unwrap()).collect()
    })
}
