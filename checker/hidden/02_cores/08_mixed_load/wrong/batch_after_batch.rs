//@ caught-by: test
//@ because: ticks for 64 pages
//! Sixteen requests, then their digests, then the next sixteen.

use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let mut digests = Vec::new();
    for batch in ids.chunks(connections) {
        let pages: Vec<u64> = thread::scope(|scope| {
            let requests: Vec<_> =
                batch.iter().map(|&id| scope.spawn(move || work.fetch(id))).collect();
            requests.into_iter().map(|request| request.join().unwrap()).collect()
        });
        let share = pages.len().div_ceil(cores);
        thread::scope(|scope| {
            let parts: Vec<_> = pages
                .chunks(share)
                .map(|part| {
                    scope.spawn(|| part.iter().map(|&page| work.digest(page)).collect::<Vec<_>>())
                })
                .collect();
            parts.into_iter().for_each(|part| digests.extend(part.join().unwrap()));
        });
    }
    digests
}
