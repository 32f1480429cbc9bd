//! A thread for each connection fetches and digests, but for the latter it needs a permit.

use crossbeam::channel;
use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let (free, permits) = channel::bounded(cores);
    (0..cores).for_each(|_| free.send(()).unwrap());
    let (sender, orders) = channel::unbounded();
    ids.iter().enumerate().for_each(|order| sender.send(order).unwrap());
    drop(sender);
    let mut digests = vec![0; ids.len()];
    thread::scope(|scope| {
        let worker = || {
            let mut mine = Vec::new();
            while let Ok((place, &id)) = orders.recv() {
                let page = work.fetch(id);
                permits.recv().unwrap();
                mine.push((place, work.digest(page)));
                free.send(()).unwrap();
            }
            mine
        };
        let workers: Vec<_> = (0..connections).map(|_| scope.spawn(worker)).collect();
        for worker in workers {
            for (place, digest) in worker.join().unwrap() {
                digests[place] = digest;
            }
        }
    });
    digests
}
