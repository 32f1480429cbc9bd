//@ caught-by: test
//@ because: requests at a time
//! All requests at once; the server hangs up.

use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let _ = (connections, cores);
    thread::scope(|scope| {
        let pages: Vec<_> =
            ids.iter().map(|&id| scope.spawn(move || work.digest(work.fetch(id)))).collect();
        pages.into_iter().map(|page| page.join().unwrap()).collect()
    })
}
