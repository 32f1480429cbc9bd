//! The pages of a channel, bridged to a parallel iterator of a pool of its own.

use crossbeam::channel;
use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let next = AtomicUsize::new(0);
    let (sender, pages) = channel::bounded(connections);
    let mut digests: Vec<(usize, u64)> = thread::scope(|scope| {
        let next = &next;
        for _ in 0..connections {
            let sender = sender.clone();
            scope.spawn(move || {
                while let Some(place) = Some(next.fetch_add(1, Ordering::Relaxed))
                    && let Some(&id) = ids.get(place)
                {
                    sender.send((place, work.fetch(id))).unwrap();
                }
            });
        }
        drop(sender);
        let pool = ThreadPoolBuilder::new().num_threads(cores).build().unwrap();
        let digested = |(place, page)| (place, work.digest(page));
        pool.install(|| pages.into_iter().par_bridge().map(digested).collect())
    });
    digests.sort_unstable();
    digests.into_iter().map(|(_, digest)| digest).collect()
}
