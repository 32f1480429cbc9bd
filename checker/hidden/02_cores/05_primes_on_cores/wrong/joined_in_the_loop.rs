//@ caught-by: test
//@ because: under way together
//! Spawns a thread and waits for it before spawning the next.

use std::thread;

pub fn count_primes(
    numbers: &[u64],
    threads: usize,
    is_prime: impl Fn(u64) -> bool + Sync,
) -> usize {
    let share = numbers.len().div_ceil(threads).max(1);
    let mut count = 0;
    for piece in numbers.chunks(share) {
        thread::scope(|scope| {
            let handle = scope.spawn(|| piece.iter().filter(|&&n| is_prime(n)).count());
            count += handle.join().unwrap();
        });
    }
    count
}
