//@ caught-by: test
//@ because: one of which is slow
//! Digests the first page first, however long it takes to come.

use crossbeam::channel;
use rayon::ThreadPoolBuilder;
use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let pool = ThreadPoolBuilder::new().num_threads(cores).build().unwrap();
    let (to_fetch, orders) = channel::unbounded();
    let mut places = Vec::new();
    for &id in ids {
        let (to_place, place) = channel::bounded(1);
        to_fetch.send((id, to_place)).unwrap();
        places.push(place);
    }
    drop(to_fetch);
    let mut digests = vec![0; ids.len()];
    thread::scope(|scope| {
        for _ in 0..connections {
            scope.spawn(|| {
                orders.iter().for_each(|(id, to_place)| to_place.send(work.fetch(id)).unwrap())
            });
        }
        pool.in_place_scope(|cpu| {
            for (place, digest) in places.iter().zip(&mut digests) {
                let page = place.recv().unwrap();
                cpu.spawn(move |_| *digest = work.digest(page));
            }
        });
    });
    digests
}
