//! An atomic index hands out blocks; another atomic adds up, once a thread.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

const BLOCK: usize = 500;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let next = AtomicUsize::new(0);
    let total = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(|| {
                let mut count = 0;
                loop {
                    let start = next.fetch_add(BLOCK, Ordering::Relaxed);
                    if start >= numbers.len() {
                        break;
                    }
                    let end = numbers.len().min(start + BLOCK);
                    count += numbers[start..end].iter().filter(|n| is_prime(**n)).count();
                }
                total.fetch_add(count, Ordering::Relaxed);
            });
        }
    });
    total.into_inner()
}
