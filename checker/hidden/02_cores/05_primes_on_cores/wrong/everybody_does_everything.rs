//@ caught-by: test
//@ because: calls for one number
//! Every thread tests the whole list, and the counts are divided.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    thread::scope(|scope| {
        let handles: Vec<_> = (0..threads)
            .map(|_| scope.spawn(|| numbers.iter().filter(|&&n| is_prime(n)).count()))
            .collect();
        handles.into_iter().map(|handle| handle.join().unwrap()).sum::<usize>() / threads
    })
}
