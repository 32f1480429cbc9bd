//! Workers receive blocks from one channel, behind a lock.

use std::sync::{Mutex, mpsc};
use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let (to_workers, blocks) = mpsc::channel::<&[u64]>();
    for block in numbers.chunks(64) {
        to_workers.send(block).unwrap();
    }
    drop(to_workers);
    let blocks = Mutex::new(blocks);
    let worker = || {
        let mut count = 0;
        loop {
            let block = blocks.lock().unwrap().recv();
            match block {
                Ok(block) => count += block.iter().filter(|&&n| is_prime(n)).count(),
                Err(_) => return count,
            }
        }
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).sum()
    })
}
