//@ caught-by: test
//@ because: digests at a time
//! As many threads as the server allows, and they compute, too.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let _ = cores;
    let next = AtomicUsize::new(0);
    let digests: Vec<Mutex<u64>> = ids.iter().map(|_| Mutex::new(0)).collect();
    thread::scope(|scope| {
        for _ in 0..connections {
            scope.spawn(|| {
                loop {
                    let place = next.fetch_add(1, Ordering::Relaxed);
                    let Some(&id) = ids.get(place) else { break };
                    let page = work.fetch(id);
                    *digests[place].lock().unwrap() = work.digest(page);
                }
            });
        }
    });
    digests.into_iter().map(|digest| digest.into_inner().unwrap()).collect()
}
