//@ caught-by: test
//@ because: a program that sleeps until the answers come
//! Threads wait as they should; the one that collects them does not.

use std::thread;

pub trait Io: Sync {
    fn fetch(&self, id: u32) -> String;
    fn try_fetch(&self, id: u32) -> Option<String>;
}

pub fn fetch_all(ids: &[u32], io: &impl Io) -> Vec<String> {
    thread::scope(|scope| {
        let requests: Vec<_> = ids.iter().map(|&id| scope.spawn(move || io.fetch(id))).collect();
        while !requests.iter().all(|request| request.is_finished()) {
            thread::yield_now();
        }
        requests.into_iter().map(|request| request.join().unwrap()).collect()
    })
}
