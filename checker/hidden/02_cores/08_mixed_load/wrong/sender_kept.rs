//@ caught-by: test
//@ because: deadlock
//! The original sender lives on, so the pages never end.

use crossbeam::channel;
use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let (to_fetch, orders) = channel::unbounded();
    ids.iter().copied().enumerate().for_each(|order| to_fetch.send(order).unwrap());
    drop(to_fetch);
    let (to_digest, pages) = channel::unbounded();
    let (to_result, results) = channel::unbounded();
    thread::scope(|scope| {
        for _ in 0..connections {
            let (orders, to_digest) = (orders.clone(), to_digest.clone());
            scope.spawn(move || {
                for (place, id) in orders {
                    to_digest.send((place, work.fetch(id))).unwrap();
                }
            });
        }
        for _ in 0..cores {
            let (pages, to_result) = (pages.clone(), to_result.clone());
            scope.spawn(move || {
                for (place, page) in pages {
                    to_result.send((place, work.digest(page))).unwrap();
                }
            });
        }
        drop(to_result);
        let mut digests = vec![0; ids.len()];
        for (place, digest) in results {
            digests[place] = digest;
        }
        digests
    })
}
