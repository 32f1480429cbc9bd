//@ caught-by: test
//@ because: ticks for 64 pages
//! In `while let`, the guard of the receiver lives until the end of the body.

use std::sync::{Mutex, mpsc};
use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let orders = Mutex::new(ids.iter().copied().enumerate());
    let (sender, pages) = mpsc::channel();
    let pages = Mutex::new(pages);
    let digests: Vec<Mutex<u64>> = ids.iter().map(|_| Mutex::new(0)).collect();
    thread::scope(|scope| {
        for _ in 0..connections {
            let (sender, orders) = (sender.clone(), &orders);
            scope.spawn(move || {
                loop {
                    let order = orders.lock().unwrap().next();
                    let Some((place, id)) = order else { break };
                    sender.send((place, work.fetch(id))).unwrap();
                }
            });
        }
        drop(sender);
        for _ in 0..cores {
            scope.spawn(|| {
                while let Ok((place, page)) = pages.lock().unwrap().recv() {
                    *digests[place].lock().unwrap() = work.digest(page);
                }
            });
        }
    });
    digests.into_iter().map(|digest| digest.into_inner().unwrap()).collect()
}
