//@ caught-by: test
//@ because: as a multiple of an even share
//! Each thread starts with a single number, and the first gets all the others.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let is_prime = &is_prime;
    let others = (threads - 1).min(numbers.len());
    let (few, many) = numbers.split_at(others);
    thread::scope(|scope| {
        let handles: Vec<_> = few.iter().map(|&n| scope.spawn(move || is_prime(n))).collect();
        let count = many.iter().filter(|&&n| is_prime(n)).count();
        count + handles.into_iter().filter_map(|handle| handle.join().ok().filter(|&p| p)).count()
    })
}
