//! std's channels, with little room; the lock is held while a page is taken.

use std::sync::{Mutex, mpsc};
use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let orders = Mutex::new(ids.iter().copied().enumerate().collect::<Vec<_>>());
    let (sender, pages) = mpsc::sync_channel(1);
    let pages = Mutex::new(pages);
    let digests: Vec<Mutex<u64>> = ids.iter().map(|_| Mutex::new(0)).collect();
    thread::scope(|scope| {
        for _ in 0..connections {
            let (sender, orders) = (sender.clone(), &orders);
            scope.spawn(move || {
                loop {
                    let Some((place, id)) = orders.lock().unwrap().pop() else { return };
                    sender.send((place, work.fetch(id))).unwrap();
                }
            });
        }
        drop(sender);
        for _ in 0..cores {
            scope.spawn(|| {
                loop {
                    let page = pages.lock().unwrap().recv();
                    let Ok((place, page)) = page else { break };
                    *digests[place].lock().unwrap() = work.digest(page);
                }
            });
        }
    });
    digests.into_iter().map(|digest| digest.into_inner().unwrap()).collect()
}
