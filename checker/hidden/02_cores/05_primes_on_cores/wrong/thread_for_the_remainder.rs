//@ caught-by: test
//@ because: threads that called
//! Rounded down, and the rest gets a thread too many.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let share = (numbers.len() / threads).max(1);
    let is_prime = &is_prime;
    thread::scope(|scope| {
        let handles: Vec<_> = numbers
            .chunks(share)
            .map(|piece| scope.spawn(|| piece.iter().filter(|&&n| is_prime(n)).count()))
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum()
    })
}
