//@ caught-by: test
//@ because: under way together
//! The handles are never collected, so each is joined as it is made.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let share = numbers.len().div_ceil(threads).max(1);
    let is_prime = &is_prime;
    thread::scope(|scope| {
        numbers
            .chunks(share)
            .map(|piece| scope.spawn(|| piece.iter().filter(|&&n| is_prime(n)).count()))
            .map(|handle| handle.join().unwrap())
            .sum()
    })
}
