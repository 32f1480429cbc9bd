//@ caught-by: test
//@ because: busy waiting
//! Who has nothing to digest looks again at once.

use crossbeam::channel::{self, TryRecvError};
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
        drop(to_digest);
        for _ in 0..cores {
            let (pages, to_result) = (pages.clone(), to_result.clone());
            scope.spawn(move || {
                loop {
                    match pages.try_recv() {
                        Ok((place, page)) => to_result.send((place, work.digest(page))).unwrap(),
                        Err(TryRecvError::Empty) => thread::yield_now(),
                        Err(TryRecvError::Disconnected) => break,
                    }
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
