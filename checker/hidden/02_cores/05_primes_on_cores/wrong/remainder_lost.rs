//@ caught-by: test
//@ because: primes among
//! Shares rounded down: up to `threads - 1` numbers are nobody's.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let share = numbers.len() / threads;
    let is_prime = &is_prime;
    thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|thread| {
                let piece = &numbers[thread * share..(thread + 1) * share];
                scope.spawn(|| piece.iter().filter(|&&n| is_prime(n)).count())
            })
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
