//@ caught-by: test
//@ because: threads that called
//! "More threads, more speed": one for each number.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let _ = threads;
    let is_prime = &is_prime;
    thread::scope(|scope| {
        let handles: Vec<_> =
            numbers.iter().map(|&number| scope.spawn(move || is_prime(number))).collect();
        handles.into_iter().filter_map(|handle| handle.join().ok()).filter(|&yes| yes).count()
    })
}
