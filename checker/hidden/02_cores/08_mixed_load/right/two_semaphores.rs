//! A thread for each page; one semaphore for the server, one for the cores.

use std::sync::{Condvar, Mutex};
use std::thread;

pub trait Work: Sync {
    fn fetch(&self, id: u32) -> u64;
    fn digest(&self, page: u64) -> u64;
}

pub fn digest_all(ids: &[u32], connections: usize, cores: usize, work: &impl Work) -> Vec<u64> {
    let (server, cpu) = (Semaphore::new(connections), Semaphore::new(cores));
    thread::scope(|scope| {
        let mut pages = Vec::new();
        for &id in ids {
            let (server, cpu) = (&server, &cpu);
            pages.push(scope.spawn(move || {
                let page = server.with(|| work.fetch(id));
                cpu.with(|| work.digest(page))
            }));
        }
        pages.into_iter().map(|page| page.join().unwrap()).collect()
    })
}

struct Semaphore {
    permits: Mutex<usize>,
    released: Condvar,
}

impl Semaphore {
    fn new(permits: usize) -> Self {
        Self { permits: Mutex::new(permits), released: Condvar::new() }
    }

    fn with<R>(&self, work: impl FnOnce() -> R) -> R {
        let mut permits = self.permits.lock().unwrap();
        while *permits == 0 {
            permits = self.released.wait(permits).unwrap();
        }
        *permits -= 1;
        drop(permits);
        let result = work();
        *self.permits.lock().unwrap() += 1;
        self.released.notify_one();
        result
    }
}
